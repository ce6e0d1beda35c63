package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;

/** All that the parts of one workspace are made from. */
record Plan(Setting setting, Choices choices, Addresses addresses) {
  Plan(Setting setting) {
    this(setting, new Choices(setting.values()), new Addresses(setting));
  }

  Values values() {
    return setting.values();
  }

  String namespace() {
    return setting.namespace();
  }

  /** A secret that the user gave as a value, else the one that was generated. */
  String given(String path, String key) {
    return values().has(path) ? values().text(path) : setting.secrets().value(key);
  }

  /** The name that a value gives, else ours. */
  String named(String path, String own) {
    return values().has(path) ? values().text(path) : own;
  }
}
