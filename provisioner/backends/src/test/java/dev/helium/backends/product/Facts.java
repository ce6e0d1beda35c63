package dev.helium.backends.product;

import dev.helium.backends.schema.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What is known of a product as its makers ship it, in {@code facts.yaml} beside its tests.
 *
 * @param values with which our objects are compared with it, as YAML; empty for the defaults
 * @param components what is known, by attribute, by component
 * @param differences what is meant to differ
 */
record Facts(
    String values, Map<String, Map<String, Object>> components, List<Difference> differences) {

  /**
   * @param what attribute that differs, or {@code component} for all of it, or anything else worth
   *     telling
   */
  record Difference(String component, String what, String why) {
    boolean covers(String name, String attribute) {
      return (component.equals(name) || component.equals("*"))
          && (what.equals("component")
              || what.toLowerCase(Locale.ROOT).matches(".*\\b" + attribute + "\\b.*"));
    }
  }

  /** Those of a backend, if they are written down. */
  static Optional<Facts> of(ProductBackend backend) {
    try (InputStream stream = backend.getClass().getResourceAsStream("facts.yaml")) {
      if (stream == null) {
        return Optional.empty();
      }
      return Optional.of(
          read(
              Trees.map(
                  new Load(LoadSettings.builder().build()).loadFromInputStream(stream),
                  "facts.yaml")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Facts read(Map<String, Object> file) {
    Map<String, Map<String, Object>> components = new LinkedHashMap<>();
    Trees.map(file.get("components"), "components")
        .forEach((name, facts) -> components.put(name, Trees.mapOrNone(facts, name)));
    List<Difference> differences = new ArrayList<>();
    for (Map<String, Object> difference : Pods.maps(file, "differences")) {
      differences.add(
          new Difference(
              String.valueOf(difference.get("component")),
              String.valueOf(difference.get("what")),
              String.valueOf(difference.get("why"))));
    }
    return new Facts(
        String.valueOf(file.getOrDefault("values", "")), components, List.copyOf(differences));
  }
}
