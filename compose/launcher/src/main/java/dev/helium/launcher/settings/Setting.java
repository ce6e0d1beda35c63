package dev.helium.launcher.settings;

/**
 * A value that counts.
 *
 * @param origin who says so: an option, a variable, a file, or nobody
 */
public record Setting(String value, String origin) {
  /** Of what nobody has said anything about. */
  static final String DEFAULT = "default";

  static Setting otherwise(String value) {
    return new Setting(value, DEFAULT);
  }
}
