package dev.helium.backends.clipper;

import dev.helium.backends.product.Values;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings of the API: what its values say, with all addresses made of the one domain and of
 * where the database and the cache are.
 */
final class BackendEnvironment {
  static final String MORE = "clipper-backend.extraConfig";

  private static final String CONFIG = "clipper-backend.config";
  private static final Set<String> DERIVED =
      Set.of(
          "PORT",
          "ENVIRONMENT",
          "SENTRY_ENVIRONMENT",
          "BASE_URL",
          "CORS_ALLOWED_ORIGINS",
          "TWITCH_REDIRECT_URI",
          "STRIPE_SUCCESS_URL",
          "STRIPE_CANCEL_URL",
          "EMAIL_FROM_ADDRESS",
          "DB_HOST",
          "DB_PORT",
          "DB_USER",
          "DB_NAME",
          "REDIS_HOST",
          "REDIS_PORT");

  private BackendEnvironment() {}

  static Map<String, String> of(Plan plan) {
    Map<String, String> environment = new LinkedHashMap<>(derived(plan));
    // An empty one is as good as none where another follows from the rest.
    plan.values()
        .texts(CONFIG)
        .forEach(
            (name, value) -> {
              if (!value.isEmpty() || !DERIVED.contains(name)) {
                environment.put(name, value);
              }
            });
    environment.putAll(plan.values().texts(MORE));
    return environment;
  }

  /** Those of more settings that are settings already, or secrets. */
  static List<String> misplaced(Values values) {
    Set<String> known = new HashSet<>(DERIVED);
    known.addAll(values.texts(CONFIG).keySet());
    known.addAll(values.texts("clipper-backend.secrets").keySet());
    return values.texts(MORE).keySet().stream().filter(known::contains).sorted().toList();
  }

  private static Map<String, String> derived(Plan plan) {
    Values values = plan.values();
    String url = plan.site().url();
    String environment = values.text("global.environment");
    Map<String, String> derived = new LinkedHashMap<>();
    derived.put("PORT", values.text("clipper-backend.service.targetPort"));
    derived.put("ENVIRONMENT", environment);
    derived.put("SENTRY_ENVIRONMENT", environment);
    derived.put("BASE_URL", url);
    derived.put("CORS_ALLOWED_ORIGINS", url);
    derived.put("TWITCH_REDIRECT_URI", url + "/api/v1/auth/twitch/callback");
    derived.put("STRIPE_SUCCESS_URL", url + "/subscription/success");
    derived.put("STRIPE_CANCEL_URL", url + "/subscription/cancel");
    derived.put("EMAIL_FROM_ADDRESS", "noreply@" + plan.site().domain());
    derived.put("DB_HOST", Names.POSTGRES);
    derived.put("DB_PORT", values.text("clipper-postgres.service.port"));
    derived.put("DB_USER", values.text("clipper-postgres.config.username"));
    derived.put("DB_NAME", values.text("clipper-postgres.config.database"));
    derived.put("REDIS_HOST", Names.REDIS);
    derived.put("REDIS_PORT", values.text("clipper-redis.service.port"));
    return derived;
  }
}
