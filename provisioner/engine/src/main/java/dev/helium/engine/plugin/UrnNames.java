package dev.helium.engine.plugin;

/** The parts of a URN that requests repeat. */
final class UrnNames {
  private static final int PARTS = 4;

  private UrnNames() {}

  static String name(String urn) {
    return part(urn, 3);
  }

  /** The type, without those of its parents. */
  static String type(String urn) {
    var qualified = part(urn, 2);
    return qualified.substring(qualified.lastIndexOf('$') + 1);
  }

  private static String part(String urn, int index) {
    var parts = urn.split("::", PARTS);
    return index < parts.length ? parts[index] : "";
  }
}
