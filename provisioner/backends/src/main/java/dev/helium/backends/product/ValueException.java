package dev.helium.backends.product;

/** A value that the code needs is not there, or is of another kind. */
public final class ValueException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String rule;

  /**
   * @param path names between dots
   * @param rule that the value breaks
   */
  public ValueException(String path, String rule) {
    super("the value " + path + " " + rule);
    this.path = path;
    this.rule = rule;
  }

  public String path() {
    return path;
  }

  public String rule() {
    return rule;
  }
}
