package dev.helium.backends.pachyderm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.product.ProductBackend;
import dev.helium.backends.product.Samples;
import dev.helium.backends.product.Setting;
import dev.helium.backends.schema.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A way to use the backend, as {@code options.yaml} says.
 *
 * @param values as an uploaded file has them
 * @param existing what the namespace has already
 * @param unrestricted names of controllers whose pods cannot keep to the restricted standard
 */
record Option(String name, String values, Set<String> existing, Set<String> unrestricted) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Option> all() {
    try (InputStream stream = Option.class.getResourceAsStream("options.yaml")) {
      List<?> options =
          (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(stream);
      return options.stream().map(option -> read(Trees.map(option, "an option")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Option read(Map<String, Object> option) {
    return new Option(
        String.valueOf(option.get("option")),
        json(option.getOrDefault("values", Map.of())),
        Set.copyOf(words(option.get("existing"))),
        Set.copyOf(words(option.get("unrestricted"))));
  }

  Setting setting(ProductBackend backend) {
    return Samples.setting(backend, values);
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<String> words(Object list) {
    return list instanceof List<?> words ? words.stream().map(String::valueOf).toList() : List.of();
  }

  private static String json(Object tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
