package dev.helium.engine;

import static dev.helium.engine.ParityCase.destroy;
import static dev.helium.engine.ParityCase.preview;
import static dev.helium.engine.ParityCase.up;
import static dev.helium.engine.ParityPlans.SPACE;
import static dev.helium.engine.ParityPlans.created;
import static dev.helium.engine.ParityPlans.deleted;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.Provider;
import com.pulumi.kubernetes.ProviderArgs;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServicePortArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Kinds, providers and what the API server makes of objects. */
final class ParityKubernetes {
  private static final String WEB = "kubernetes:apps/v1:Deployment::web";
  private static final String SERVICE = "kubernetes:core/v1:Service::web";
  private static final String HERE = "pulumi:providers:kubernetes::here";
  private static final String NAMELESS = "kubernetes:core/v1:ConfigMap::nameless";
  private static final Map<String, String> SKIP = Map.of("pulumi.com/skipAwait", "true");

  private ParityKubernetes() {}

  static Stream<ParityCase> cases() {
    return Stream.of(
        ParityCase.of(
            "waits for a deployment and changes it in place",
            up(created(SPACE, WEB, SERVICE), web(1, "web", "1000m", Map.of())),
            up(Map.of(WEB, List.of("update")), web(2, "web", "1000m", Map.of())),
            up(Map.of(), web(2, "web", "1000m", Map.of())),
            preview(Map.of(WEB, List.of("update")), web(1, "web", "1000m", Map.of())),
            destroy(deleted(SPACE, WEB, SERVICE))),
        ParityCase.of(
            "does not wait where it was told not to",
            up(created(SPACE, WEB, SERVICE), web(1, "web", "100m", SKIP)),
            up(Map.of(WEB, List.of("update")), web(0, "web", "100m", SKIP)),
            destroy(deleted(SPACE, WEB, SERVICE))),
        ParityCase.of(
            "spells an amount as the program does",
            up(created(SPACE, WEB, SERVICE), web(0, "web", "1000m", SKIP)),
            up(Map.of(), web(0, "web", "1", SKIP)),
            destroy(deleted(SPACE, WEB, SERVICE))),
        ParityCase.of(
            "gives objects generated names in the namespace of their provider",
            up(created(SPACE, HERE, NAMELESS), ParityKubernetes::nameless),
            up(Map.of(), ParityKubernetes::nameless),
            destroy(deleted(SPACE, HERE, NAMELESS))));
  }

  private static Consumer<Context> nameless(String namespace) {
    return context -> {
      var space = Programs.namespace(namespace);
      var here =
          new Provider(
              "here",
              ProviderArgs.builder().namespace(Programs.name(space)).build(),
              CustomResourceOptions.builder().dependsOn(space).build());
      new ConfigMap(
          "nameless",
          ConfigMapArgs.builder().data(Map.of("content", "1")).build(),
          CustomResourceOptions.builder().provider(here).build());
    };
  }

  private static Function<String, Consumer<Context>> web(
      int replicas, String app, String cpu, Map<String, String> annotations) {
    return namespace ->
        context -> {
          var in = Programs.name(Programs.namespace(namespace));
          deployment(in, replicas, app, cpu, annotations);
          new Service(
              "web",
              ServiceArgs.builder()
                  .metadata(
                      ObjectMetaArgs.builder()
                          .name("web")
                          .namespace(in)
                          .annotations(annotations)
                          .build())
                  .spec(
                      ServiceSpecArgs.builder()
                          .selector(Map.of("app", app))
                          .ports(ServicePortArgs.builder().port(80).build())
                          .build())
                  .build());
        };
  }

  private static void deployment(
      Output<String> in, int replicas, String app, String cpu, Map<String, String> annotations) {
    var labels = Map.of("app", app);
    new Deployment(
        "web",
        DeploymentArgs.builder()
            .metadata(
                ObjectMetaArgs.builder().name("web").namespace(in).annotations(annotations).build())
            .spec(
                DeploymentSpecArgs.builder()
                    .replicas(replicas)
                    .selector(LabelSelectorArgs.builder().matchLabels(labels).build())
                    .template(
                        PodTemplateSpecArgs.builder()
                            .metadata(ObjectMetaArgs.builder().labels(labels).build())
                            .spec(
                                PodSpecArgs.builder()
                                    .containers(
                                        ContainerArgs.builder()
                                            .name("web")
                                            .image("web")
                                            .resources(
                                                ResourceRequirementsArgs.builder()
                                                    .limits(Map.of("cpu", cpu))
                                                    .build())
                                            .build())
                                    .build())
                            .build())
                    .build())
            .build());
  }
}
