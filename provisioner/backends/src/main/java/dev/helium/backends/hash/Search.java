package dev.helium.backends.hash;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** OpenSearch, which is never made here: who uses it is told where the user's is. */
final class Search {
  private Search() {}

  static boolean given(Values values) {
    return values.has("opensearch.host");
  }

  static Map<String, String> environment(Values values) {
    if (!given(values)) {
      return Map.of("HASH_OPENSEARCH_ENABLED", "false");
    }
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HASH_OPENSEARCH_ENABLED", "true");
    environment.put("HASH_OPENSEARCH_HOST", values.text("opensearch.host"));
    environment.put("HASH_OPENSEARCH_PORT", values.text("opensearch.port"));
    environment.put("HASH_OPENSEARCH_HTTPS_ENABLED", values.flag("opensearch.https") ? "1" : "0");
    if (values.has("opensearch.username")) {
      environment.put("HASH_OPENSEARCH_USERNAME", values.text("opensearch.username"));
    }
    return environment;
  }

  static Component opened(Component component, Plan plan) {
    return given(plan.values()) && plan.values().has("opensearch.username")
        ? component.secretEnvironment(
            "HASH_OPENSEARCH_PASSWORD", plan.credentials().search(), Credentials.SEARCH_PASSWORD)
        : component;
  }
}
