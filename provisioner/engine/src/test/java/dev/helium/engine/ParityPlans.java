package dev.helium.engine;

import static dev.helium.engine.ParityCase.destroy;
import static dev.helium.engine.ParityCase.preview;
import static dev.helium.engine.ParityCase.refresh;
import static dev.helium.engine.ParityCase.up;

import com.pulumi.Context;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.Secret;
import com.pulumi.kubernetes.core.v1.SecretArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is created, changed, replaced and removed, and in which order. */
final class ParityPlans {
  static final String STACK = "pulumi:pulumi:Stack::test-one";
  static final String PROVIDER = "pulumi:providers:kubernetes::default_4_0_0";
  static final String SPACE = "kubernetes:core/v1:Namespace::space";
  static final String MAP_A = "kubernetes:core/v1:ConfigMap::a";
  static final String MAP_B = "kubernetes:core/v1:ConfigMap::b";
  private static final String SECRET = "kubernetes:core/v1:Secret::secret";
  static final List<String> REPLACED = List.of("create-replacement", "replace", "delete-replaced");
  static final List<String> REPLACED_OLD_FIRST =
      List.of("delete-replaced", "replace", "create-replacement");

  private ParityPlans() {}

  static Stream<ParityCase> cases() {
    return Stream.of(
        ParityCase.of(
            "creates, keeps, changes, adds and removes",
            up(created(SPACE, MAP_A, MAP_B), maps(Map.of("a", "1", "b", "2"))),
            up(Map.of(), maps(Map.of("a", "1", "b", "2"))),
            up(
                Map.of(
                    MAP_A,
                    REPLACED_OLD_FIRST,
                    MAP_B,
                    List.of("delete"),
                    "kubernetes:core/v1:ConfigMap::c",
                    List.of("create")),
                maps(Map.of("a", "changed", "c", "3"))),
            destroy(deleted(SPACE, MAP_A, "kubernetes:core/v1:ConfigMap::c"))),
        ParityCase.of(
            "replaces what has a generated name, the new one first",
            up(created(SPACE, SECRET), secret(ObjectMetaArgs.builder(), "helium.dev/first")),
            up(Map.of(SECRET, REPLACED), secret(ObjectMetaArgs.builder(), "helium.dev/second")),
            destroy(deleted(SPACE, SECRET))),
        ParityCase.of(
            "replaces what has a name of its own, the old one first",
            up(
                created(SPACE, SECRET),
                secret(ObjectMetaArgs.builder().name("own"), "helium.dev/first")),
            up(
                Map.of(SECRET, REPLACED_OLD_FIRST),
                secret(ObjectMetaArgs.builder().name("own"), "helium.dev/second")),
            destroy(deleted(SPACE, SECRET))),
        ParityCase.of(
            "shows what it would do and does nothing",
            preview(created(SPACE, MAP_A), maps(Map.of("a", "1"))),
            up(created(SPACE, MAP_A), maps(Map.of("a", "1"))),
            preview(
                Map.of(MAP_A, REPLACED_OLD_FIRST, MAP_B, List.of("create")),
                maps(Map.of("a", "2", "b", "2"))),
            preview(Map.of(MAP_A, List.of("delete")), maps(Map.of())),
            destroy(deleted(SPACE, MAP_A))),
        ParityCase.of(
            "reads what someone else changed or removed",
            up(created(SPACE, MAP_A, MAP_B), maps(Map.of("a", "1", "b", "2"))),
            refresh(all("refresh", SPACE, MAP_A, MAP_B)).after(ParityPlans::change),
            up(
                Map.of(MAP_A, REPLACED_OLD_FIRST, MAP_B, List.of("create")),
                maps(Map.of("a", "1", "b", "2"))),
            destroy(deleted(SPACE, MAP_A, MAP_B))),
        ParityCase.of(
            "keeps what worked when something fails",
            up(created(SPACE, MAP_A, "kubernetes:core/v1:ConfigMap::bad"), ParityPlans::bad)
                .failing(),
            up(Map.of(MAP_B, List.of("create")), maps(Map.of("a", "1", "b", "2"))),
            destroy(deleted(SPACE, MAP_A, MAP_B))));
  }

  static Map<String, List<String>> created(String... resources) {
    return all("create", resources);
  }

  static Map<String, List<String>> deleted(String... resources) {
    return all("delete", resources);
  }

  private static Map<String, List<String>> all(String operation, String... resources) {
    var plan = new HashMap<String, List<String>>();
    plan.put(STACK, List.of(operation));
    plan.put(PROVIDER, List.of(operation));
    for (var resource : resources) {
      plan.put(resource, List.of(operation));
    }
    return plan;
  }

  private static Function<String, Consumer<Context>> maps(Map<String, String> contents) {
    return namespace -> Programs.configMaps(namespace, contents);
  }

  private static Function<String, Consumer<Context>> secret(
      ObjectMetaArgs.Builder metadata, String type) {
    return namespace ->
        context -> {
          var space = Programs.namespace(namespace);
          new Secret(
              "secret",
              SecretArgs.builder()
                  .metadata(metadata.namespace(Programs.name(space)).build())
                  .type(type)
                  .stringData(Map.of("key", "value"))
                  .build());
        };
  }

  private static Consumer<Context> bad(String namespace) {
    return context -> {
      var space = Programs.namespace(namespace);
      var good = Programs.configMap(space, "a", "1");
      new ConfigMap(
          "bad",
          ConfigMapArgs.builder()
              .metadata(
                  ObjectMetaArgs.builder()
                      .name("Not A Name")
                      .namespace(Programs.name(space))
                      .build())
              .build(),
          CustomResourceOptions.builder().dependsOn(good).build());
      context.export("namespace", Programs.name(space));
    };
  }

  private static void change(KubernetesClient client, String namespace) {
    client
        .configMaps()
        .inNamespace(namespace)
        .withName("a")
        .edit(
            map -> {
              map.getData().put("content", "by hand");
              return map;
            });
    client.configMaps().inNamespace(namespace).withName("b").delete();
  }
}
