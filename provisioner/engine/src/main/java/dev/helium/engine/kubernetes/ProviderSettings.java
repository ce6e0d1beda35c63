package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.property.PropertyValue.BooleanValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.SecretMarks;
import java.util.Set;

/**
 * What a provider resource asks for.
 *
 * @param kubeconfig text or path, empty for the engine's own
 * @param context the context to use, empty for the current one
 * @param namespace where objects without a namespace go
 */
record ProviderSettings(String kubeconfig, String context, String namespace) {
  /**
   * Settings that change nothing here: they silence messages of the plugin or spell out its
   * version.
   */
  private static final Set<String> HARMLESS =
      Set.of(
          "version",
          "pluginDownloadURL",
          "suppressDeprecationWarnings",
          "suppressHelmHookWarnings",
          "suppressHelmReleaseBetaWarning",
          "enableReplaceCRD");

  private static final Set<String> KNOWN =
      Set.of("kubeconfig", "context", "namespace", "enableServerSideApply");

  static ProviderSettings of(ObjectValue inputs) {
    var plain = SecretMarks.reveal(inputs);
    plain
        .fields()
        .forEach(
            (name, value) -> {
              var isSet = !(value instanceof NullValue) && !isFalse(plain, name);
              if (isSet && !KNOWN.contains(name) && !HARMLESS.contains(name)) {
                throw EngineException.unsupported(
                    "the setting " + name + " of provider kubernetes");
              }
            });
    if (plain.fields().containsKey("enableServerSideApply")
        && isFalse(plain, "enableServerSideApply")) {
      throw EngineException.unsupported("enableServerSideApply=false of provider kubernetes");
    }
    var namespace = plain.text("namespace");
    return new ProviderSettings(plain.text("kubeconfig"), plain.text("context"), namespace);
  }

  private static boolean isFalse(ObjectValue plain, String name) {
    return switch (plain.get(name)) {
      case BooleanValue(var value) -> !value;
      case TextValue(var text) -> "false".equals(text);
      default -> false;
    };
  }
}
