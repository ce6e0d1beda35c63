package dev.helium.backends;

/** What all pods of a workspace ask of a cluster together. */
public record Footprint(long millicores, long bytes) {
  /** Of a backend that does not say, and of an input that it does not take. */
  public static final Footprint UNKNOWN = new Footprint(0, 0);
}
