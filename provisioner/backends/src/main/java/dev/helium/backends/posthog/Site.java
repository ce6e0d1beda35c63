package dev.helium.backends.posthog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the product is told that it is, and where it really is. */
final class Site {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Site() {}

  /** What the app writes into mails and pages. */
  static String url(Values values) {
    return host(values).map(host -> "https://" + host).orElse("http://127.0.0.1:8000");
  }

  /** What a browser is given; nothing where only the cluster knows. */
  static Optional<String> link(Values values) {
    if (!values.flag("ingress.enabled")) {
      return Optional.empty();
    }
    return host(values)
        .map(host -> (IngressRules.speaksTls(values) ? "https://" : "http://") + host);
  }

  static Optional<String> host(Values values) {
    return values.has("ingress.hostname")
        ? Optional.of(values.text("ingress.hostname"))
        : Optional.empty();
  }

  /** What the app reports of its installation. It never changes for one workspace and values. */
  static String installation(Setting setting) {
    Values values = setting.values();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cloud", values.text("cloud"));
    facts.put("chart_version", "3.0.3");
    facts.put("release_name", Names.POSTHOG);
    facts.put("hostname", host(values).orElse(""));
    facts.put("ingress_type", IngressRules.type(values));
    facts.put("deployment_type", "helium");
    try {
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts that are no JSON", impossible);
    }
  }
}
