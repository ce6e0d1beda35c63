package dev.helium.pages.operate.read;

/** Types of events as people say them. */
public final class EventNames {
  private static final String BEGINNING = "dev.helium.workspace.";

  private EventNames() {}

  /** Such as {@code expiry changed}; what is none of ours stays as it is. */
  public static String shown(String type) {
    return type.startsWith(BEGINNING)
        ? type.substring(BEGINNING.length()).replaceFirst("\\.v\\d+$", "").replace('-', ' ')
        : type;
  }
}
