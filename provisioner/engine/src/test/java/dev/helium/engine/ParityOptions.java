package dev.helium.engine;

import static dev.helium.engine.ParityCase.destroy;
import static dev.helium.engine.ParityCase.up;
import static dev.helium.engine.ParityPlans.MAP_A;
import static dev.helium.engine.ParityPlans.MAP_B;
import static dev.helium.engine.ParityPlans.SPACE;
import static dev.helium.engine.ParityPlans.created;
import static dev.helium.engine.ParityPlans.deleted;

import com.pulumi.Context;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What resource options do to plans and records. */
final class ParityOptions {
  private static final String GROUP = "test:index:Group::group";
  private static final String INNER = "test:index:Group$kubernetes:core/v1:ConfigMap::a";

  private ParityOptions() {}

  static Stream<ParityCase> cases() {
    return Stream.of(
        ParityCase.of(
            "puts children under components",
            up(created(SPACE, GROUP, INNER), component("1")),
            up(Map.of(INNER, ParityPlans.REPLACED_OLD_FIRST), component("2")),
            destroy(deleted(SPACE, GROUP, INNER))),
        ParityCase.of(
            "ignores changes it was told to ignore",
            up(created(SPACE, MAP_A), labelled("1", "x", ignoring("data"))),
            up(Map.of(), labelled("2", "x", ignoring("data"))),
            up(Map.of(MAP_A, List.of("update")), labelled("3", "y", ignoring("data"))),
            destroy(deleted(SPACE, MAP_A))),
        ParityCase.of(
            "replaces on changes it was told to replace on",
            up(created(SPACE, MAP_A), labelled("1", "x", replacing("metadata.labels"))),
            up(
                Map.of(MAP_A, ParityPlans.REPLACED_OLD_FIRST),
                labelled("1", "y", deleteFirst("metadata.labels"))),
            destroy(deleted(SPACE, MAP_A))),
        ParityCase.of(
            "leaves in the cluster what is to be retained",
            up(
                created(SPACE, MAP_A),
                labelled("1", "x", CustomResourceOptions.builder().retainOnDelete(true))),
            destroy(deleted(SPACE, MAP_A))),
        ParityCase.of(
            "refuses to delete what is protected",
            up(
                created(SPACE, MAP_A),
                labelled("1", "x", CustomResourceOptions.builder().protect(true))),
            up(
                    Map.of(MAP_A, List.of("delete")),
                    namespace -> Programs.configMaps(namespace, Map.of()))
                .failing(),
            up(Map.of(), labelled("1", "x", CustomResourceOptions.builder())),
            destroy(deleted(SPACE, MAP_A))),
        ParityCase.of(
            "records secret outputs and times",
            up(
                created(SPACE, MAP_A),
                labelled(
                    "1",
                    "x",
                    CustomResourceOptions.builder()
                        .additionalSecretOutputs("data")
                        .customTimeouts(
                            CustomTimeouts.builder()
                                .create(Duration.ofSeconds(90))
                                .delete(Duration.ofMinutes(2))
                                .build()))),
            destroy(deleted(SPACE, MAP_A))),
        ParityCase.of(
            "keeps secrets secret",
            up(created(SPACE, MAP_A), ParityOptions::secret),
            up(Map.of(), ParityOptions::secret),
            destroy(deleted(SPACE, MAP_A))),
        ParityCase.of(
            "knows a resource by its old name",
            up(created(SPACE, MAP_A), named("a", "1", CustomResourceOptions.builder())),
            up(
                Map.of(),
                named(
                    "b",
                    "1",
                    CustomResourceOptions.builder().aliases(Alias.builder().name("a").build()))),
            destroy(deleted(SPACE, MAP_B))));
  }

  private static CustomResourceOptions.Builder ignoring(String path) {
    return CustomResourceOptions.builder().ignoreChanges(path);
  }

  private static CustomResourceOptions.Builder replacing(String path) {
    return CustomResourceOptions.builder().replaceOnChanges(path);
  }

  private static CustomResourceOptions.Builder deleteFirst(String path) {
    return replacing(path).deleteBeforeReplace(true);
  }

  private static Function<String, Consumer<Context>> component(String content) {
    return namespace ->
        context -> {
          var space = Programs.namespace(namespace);
          new Group(space, content);
        };
  }

  private static final class Group extends ComponentResource {
    private Group(Namespace space, String content) {
      super("test:index:Group", "group", ComponentResourceOptions.Empty);
      var map =
          new ConfigMap(
              "a",
              ConfigMapArgs.builder()
                  .metadata(
                      ObjectMetaArgs.builder().name("a").namespace(Programs.name(space)).build())
                  .data(Map.of("content", content))
                  .build(),
              CustomResourceOptions.builder().parent(this).dependsOn(space).build());
      registerOutputs(Map.of("data", map.data()));
    }
  }

  private static Function<String, Consumer<Context>> labelled(
      String content, String label, CustomResourceOptions.Builder options) {
    return namespace ->
        context -> {
          var space = Programs.namespace(namespace);
          new ConfigMap(
              "a",
              ConfigMapArgs.builder()
                  .metadata(
                      ObjectMetaArgs.builder()
                          .name("a")
                          .labels(Map.of("label", label))
                          .namespace(Programs.name(space))
                          .build())
                  .data(Map.of("content", content))
                  .build(),
              options.build());
        };
  }

  private static Function<String, Consumer<Context>> named(
      String resource, String content, CustomResourceOptions.Builder options) {
    return namespace ->
        context -> {
          var space = Programs.namespace(namespace);
          new ConfigMap(
              resource,
              ConfigMapArgs.builder()
                  .metadata(
                      ObjectMetaArgs.builder().name("a").namespace(Programs.name(space)).build())
                  .data(Map.of("content", content))
                  .build(),
              options.build());
        };
  }

  private static Consumer<Context> secret(String namespace) {
    return context -> {
      var space = Programs.namespace(namespace);
      var map =
          new ConfigMap(
              "a",
              ConfigMapArgs.builder()
                  .metadata(
                      ObjectMetaArgs.builder().name("a").namespace(Programs.name(space)).build())
                  .data(Output.ofSecret(Map.of("content", "hidden")))
                  .build());
      context.export("content", map.data().applyValue(data -> data.get("content")));
      context.export("plain", map.kind());
    };
  }
}
