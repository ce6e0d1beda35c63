package dev.helium.provisioner.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.Backend;
import dev.helium.backends.BackendInput;
import dev.helium.backends.BackendRegistry;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.schema.SchemaCheck;
import dev.helium.domain.BackendDescription;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
  private static final int ROUNDS = 500;
  private static final List<Object> VALUES =
      List.of(
          "",
          "nginx:1",
          "not an image",
          0,
          1,
          20,
          21,
          8080,
          80,
          1.5,
          "1.5",
          "100m",
          "0m",
          "64Mi",
          "2Gi",
          "2 Gi",
          "500ms",
          "2s",
          "soon",
          true,
          new JsonObject(),
          new JsonObject().put("GREETING", "hello").put("COUNT", 3),
          new JsonObject().put("1A", "x"),
          new JsonObject().put("A", new JsonArray()),
          new JsonArray());

  private final BackendRegistry backends = BackendRegistry.standard();

  @Test
  void everyBackendIsDescribed() {
    // when
    List<BackendDescription> described = Catalogue.of(backends);
    // then
    assertThat(described)
        .extracting(BackendDescription::name)
        .containsExactlyElementsOf(backends.all().stream().map(Backend::name).toList());
    assertThat(described)
        .allSatisfy(
            each -> {
              assertThat(each.summary()).endsWith(".");
              assertThat(new JsonObject(each.parameters()).getString("type")).isEqualTo("object");
              assertThat(each.outputs()).isNotEmpty();
            });
  }

  @Test
  void whatTheSchemaTakesTheBackendTakesOrNamesARuleOfItsOwn() {
    for (Backend backend : backends.all()) {
      SchemaCheck schema = new SchemaCheck(backend.manifest().parameters());
      List<String> names = List.copyOf(backend.manifest().names());
      Random random = new Random(20261128);
      int taken = 0;
      for (int round = 0; round < ROUNDS; round++) {
        // given
        JsonObject values = new JsonObject();
        for (int left = random.nextInt(3); left >= 0; left--) {
          String name = random.nextInt(30) == 0 ? "other" : names.get(random.nextInt(names.size()));
          values.put(name, VALUES.get(random.nextInt(VALUES.size())));
        }
        // when
        boolean bySchema = schema.check(plain(values)).isEmpty();
        Validated byBackend = backend.validate(new BackendInput(Map.of(), values.encode()));
        // then
        if (bySchema) {
          assertTakenOrNamed(backend, byBackend, values);
          taken++;
        }
      }
      assertThat(taken).isPositive();
    }
  }

  @Test
  void theDefaultsAreTakenOrWhatHasToBeGivenIsNamed() {
    for (Backend backend : backends.all()) {
      JsonObject defaults = new JsonObject();
      Map<String, Object> schema = backend.manifest().parameters();
      new JsonObject(schema)
          .getJsonObject("properties")
          .forEach(
              property -> {
                if (property.getValue() instanceof JsonObject said && said.containsKey("default")) {
                  defaults.put(property.getKey(), said.getValue("default"));
                }
              });
      List<?> required = (List<?>) schema.getOrDefault("required", List.of());
      assertThat(new SchemaCheck(schema).check(plain(defaults)))
          .as(backend.name())
          .allSatisfy(broken -> assertThat(broken.rule()).isEqualTo("must be given"))
          .hasSize(required.size());
      assertTakenOrNamed(
          backend, backend.validate(new BackendInput(Map.of(), defaults.encode())), defaults);
    }
  }

  private static Map<String, Object> plain(JsonObject values) {
    return new JsonObject(values.encode()).getMap();
  }

  /**
   * Rules between values are no matter of a schema; the namespace has none. Neither is whether a
   * backend can be had on this machine.
   */
  private static void assertTakenOrNamed(Backend backend, Validated said, JsonObject values) {
    switch (said) {
      case Validated.Accepted accepted -> assertThat(accepted.config()).isNotEmpty();
      case Validated.Rejected rejected -> {
        assertThat(backend.name()).as(values.encode()).isNotEqualTo("namespace");
        assertThat(rejected.problems())
            .as("%s %s", backend.name(), values)
            .extracting(Problem::field)
            .allMatch(field -> field.equals("backend") || field.startsWith("valuesYaml"));
      }
    }
  }
}
