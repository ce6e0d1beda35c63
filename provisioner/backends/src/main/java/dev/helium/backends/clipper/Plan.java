package dev.helium.backends.clipper;

import dev.helium.backends.product.Secrets;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;

/** What every part of a workspace is told. */
record Plan(String workspace, Values values, Site site, Secrets secrets) {
  static Plan of(Setting setting) {
    return new Plan(setting.workspace(), setting.values(), Site.of(setting), setting.secrets());
  }

  Passwords passwords() {
    return new Passwords(values);
  }

  /**
   * Whether a component is made.
   *
   * @param component without what all names begin with, such as {@code backend}
   */
  boolean has(String component) {
    return has(values, component);
  }

  static boolean has(Values values, String component) {
    return values.flag(component + ".enabled");
  }

  /** A value that the user may have given. */
  String given(String path, String otherwise) {
    return values.has(path) ? values.text(path) : otherwise;
  }
}
