package dev.helium.gateway.identity;

/** Somebody proved who they are, and has no role here. */
final class NobodyHereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient Means means;

  NobodyHereException(String name, Means means) {
    super("nobody here", null, false, false);
    this.name = name;
    this.means = means;
  }

  String name() {
    return name;
  }

  Means means() {
    return means;
  }
}
