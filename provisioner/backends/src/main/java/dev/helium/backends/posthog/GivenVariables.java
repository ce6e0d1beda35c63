package dev.helium.backends.posthog;

import dev.helium.backends.product.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Variables that the values give to a kind of pod. What they hold may be a secret, and nobody can
 * tell from outside, so all of it stands in one.
 *
 * @param scope whose they are
 */
record GivenVariables(String scope, List<Values> entries) {
  static final String SECRET = "posthog-environment";

  GivenVariables {
    entries = List.copyOf(entries);
  }

  static GivenVariables of(String scope, List<Values> entries) {
    return new GivenVariables(scope, entries);
  }

  /** Those of all kinds of pods. */
  static List<GivenVariables> all(Values values) {
    return List.of(
        shared(values),
        of("web", values.objects("web.env")),
        of("worker", values.objects("worker.env")),
        of("beat", values.objects("beat.env")),
        of("plugins", values.objects("plugins.env")),
        of("pgbouncer", values.objects("pgbouncer.env")),
        of("migrate", values.objects("hooks.migrate.env")));
  }

  /** Of every pod of the app but the scheduler's. */
  static GivenVariables shared(Values values) {
    return of("shared", values.objects("env"));
  }

  void addTo(Variables variables) {
    for (Values entry : entries) {
      String name = entry.text("name");
      if (entry.has("valueFrom")) {
        variables.secret(
            name,
            entry.text("valueFrom.secretKeyRef.name"),
            entry.text("valueFrom.secretKeyRef.key"));
      } else if (entry.has("value")) {
        variables.secret(name, SECRET, key(name));
      } else {
        variables.plain(name, "");
      }
    }
  }

  /** What stands in the secret. */
  Map<String, String> content() {
    Map<String, String> content = new LinkedHashMap<>();
    entries.stream()
        .filter(entry -> !entry.has("valueFrom") && entry.has("value"))
        .forEach(entry -> content.put(key(entry.text("name")), entry.text("value")));
    return content;
  }

  private String key(String name) {
    return scope + "." + name;
  }
}
