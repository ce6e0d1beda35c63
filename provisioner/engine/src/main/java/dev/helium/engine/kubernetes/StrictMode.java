package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.Map;

/** The mode in which every provider must say which cluster it means. */
final class StrictMode {
  private StrictMode() {}

  static void check(String urn, ObjectValue settings, Map<String, String> environment) {
    if (!ProviderSettings.isOn(ProviderFlag.STRICT_MODE, settings, environment)) {
      return;
    }
    if (urn.substring(urn.lastIndexOf("::") + 2).startsWith("default")) {
      throw invalid("forbids default providers: give the resource a provider of its own");
    }
    if (ProviderSettings.kubeconfig(settings).isEmpty()) {
      throw invalid("requires kubeconfig");
    }
    if (settings.text("context").isEmpty()) {
      throw invalid("requires context");
    }
  }

  private static EngineException invalid(String rule) {
    return new EngineException(FailureClass.INVALID, "strictMode of provider kubernetes " + rule);
  }
}
