package dev.helium.backends.helicone;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The variables of a component as {@code environment.yaml} says, each kind in its order.
 *
 * @param plain with places for facts
 * @param secret each from a secret
 * @param computed by Kubernetes from the ones before
 */
record Variables(
    Map<String, String> plain, Map<String, Credential> secret, Map<String, String> computed) {
  private static final Map<String, Variables> ALL = read();

  Variables {
    plain = Collections.unmodifiableMap(new LinkedHashMap<>(plain));
    secret = Collections.unmodifiableMap(new LinkedHashMap<>(secret));
    computed = Collections.unmodifiableMap(new LinkedHashMap<>(computed));
  }

  /** Those below a name of the file; none for a name that it does not have. */
  static Variables of(String name) {
    return ALL.getOrDefault(name, new Variables(Map.of(), Map.of(), Map.of()));
  }

  Variables and(Variables more) {
    return new Variables(
        joined(plain, more.plain), joined(secret, more.secret), joined(computed, more.computed));
  }

  private static <T> Map<String, T> joined(Map<String, T> some, Map<String, T> more) {
    Map<String, T> all = new LinkedHashMap<>(some);
    all.putAll(more);
    return all;
  }

  private static Map<String, Variables> read() {
    Object file =
        new Load(LoadSettings.builder().build()).loadFromString(Template.text("environment.yaml"));
    Map<String, Variables> all = new HashMap<>();
    entries(file)
        .forEach(
            (name, kinds) -> {
              Map<String, Object> said = entries(kinds);
              Map<String, Credential> secret = new LinkedHashMap<>();
              texts(said.get("secret"))
                  .forEach((variable, key) -> secret.put(variable, Credential.valueOf(key)));
              all.put(
                  name,
                  new Variables(texts(said.get("plain")), secret, texts(said.get("computed"))));
            });
    return Map.copyOf(all);
  }

  private static Map<String, String> texts(Object node) {
    Map<String, String> texts = new LinkedHashMap<>();
    entries(node).forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }

  private static Map<String, Object> entries(Object node) {
    Map<String, Object> entries = new LinkedHashMap<>();
    if (node instanceof Map<?, ?> map) {
      map.forEach((name, value) -> entries.put(String.valueOf(name), value));
    }
    return entries;
  }
}
