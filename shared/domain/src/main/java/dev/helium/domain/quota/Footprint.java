package dev.helium.domain.quota;

/** What a workspace asks of a cluster, all its pods together. */
public record Footprint(long millicores, long bytes) {
  /** Also of what nobody can tell. */
  public static final Footprint NONE = new Footprint(0, 0);

  public Footprint {
    if (millicores < 0 || bytes < 0) {
      throw new IllegalArgumentException("nothing asks for less than nothing");
    }
  }
}
