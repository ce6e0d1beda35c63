package dev.helium.engine.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.project.ConfigEntry;
import dev.helium.engine.project.ConfigNode;
import dev.helium.engine.project.ConfigNode.Ciphertext;
import dev.helium.engine.project.ConfigText;
import dev.helium.engine.secret.PassphraseSecrets;

/** Configuration values in clear and as they are shown. */
final class ConfigValues {
  private static final String UNREADABLE = "ERROR_UNABLE_TO_DECRYPT";

  private ConfigValues() {}

  /** The value with its secrets in clear. */
  static ConfigNode clear(ConfigNode value, PassphraseSecrets secrets) {
    return value.replaceCiphertexts(
        leaf -> ConfigNode.text(secrets.decrypt(((Ciphertext) leaf).text())));
  }

  /** The same value encrypted with other secrets. */
  static ConfigNode moved(ConfigNode value, PassphraseSecrets from, PassphraseSecrets to) {
    return value.replaceCiphertexts(
        leaf -> new Ciphertext(to.encrypt(from.decrypt(((Ciphertext) leaf).text()))));
  }

  /** The value as a program gets it. */
  static ConfigEntry entry(ConfigNode value, PassphraseSecrets secrets) {
    return new ConfigEntry(
        ConfigText.text(clear(value, secrets)), value.isSecret(), ConfigText.json(value));
  }

  /** A value that is not to be seen. */
  static ObjectNode hidden() {
    return JsonNodeFactory.instance.objectNode().put("secret", true);
  }

  /** A value in clear, and whether it was encrypted. */
  static ObjectNode shown(ConfigNode clear, boolean secret) {
    var node = JsonNodeFactory.instance.objectNode().put("value", ConfigText.text(clear));
    if (clear.isStructured()) {
      node.set("objectValue", ConfigText.json(clear));
    }
    return node.put("secret", secret);
  }

  /** A value of an older update, whose secrets may be under a salt that is gone. */
  static ObjectNode shownIfReadable(ConfigNode value, PassphraseSecrets secrets) {
    try {
      return shown(clear(value, secrets), value.isSecret());
    } catch (EngineException unreadable) {
      return JsonNodeFactory.instance.objectNode().put("value", UNREADABLE).put("secret", true);
    }
  }
}
