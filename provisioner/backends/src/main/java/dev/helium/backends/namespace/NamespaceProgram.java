package dev.helium.backends.namespace;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.DeploymentArgs;
import com.pulumi.kubernetes.apps.v1.inputs.DeploymentSpecArgs;
import com.pulumi.kubernetes.core.v1.LimitRange;
import com.pulumi.kubernetes.core.v1.LimitRangeArgs;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.kubernetes.core.v1.ResourceQuota;
import com.pulumi.kubernetes.core.v1.ResourceQuotaArgs;
import com.pulumi.kubernetes.core.v1.Service;
import com.pulumi.kubernetes.core.v1.ServiceArgs;
import com.pulumi.kubernetes.core.v1.enums.ServiceSpecType;
import com.pulumi.kubernetes.core.v1.inputs.LimitRangeItemArgs;
import com.pulumi.kubernetes.core.v1.inputs.LimitRangeSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceQuotaSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServicePortArgs;
import com.pulumi.kubernetes.core.v1.inputs.ServiceSpecArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.kubernetes.networking.v1.NetworkPolicy;
import com.pulumi.kubernetes.networking.v1.NetworkPolicyArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.backends.values.ValuesReader;
import java.util.HashMap;
import java.util.Map;

/** The objects of a workspace of this backend. */
final class NamespaceProgram {
  static final String VALUES = "helium:values";
  private static final String WEB = "web";

  private final Context context;
  private final String id;
  private final Map<String, String> labels;
  private final Map<String, String> annotations;
  private final NamespaceValues values;

  NamespaceProgram(Context context) {
    Config config = context.config("helium");
    this.context = context;
    this.id = config.require("id");
    this.labels =
        Map.of(
            "app.kubernetes.io/managed-by",
            "helium",
            "helium.dev/workspace",
            id,
            "helium.dev/incarnation",
            config.require("incarnation"));
    this.annotations =
        Map.of("helium.dev/expiry", config.require("expiry"), "pulumi.com/skipAwait", "true");
    this.values = NamespaceValues.from(new ValuesReader(config.get("values").orElse("")));
  }

  void run() {
    Namespace namespace =
        new Namespace(
            "namespace",
            NamespaceArgs.builder()
                .metadata(
                    ObjectMetaArgs.builder()
                        .name(id)
                        .labels(labels)
                        .annotations(annotations)
                        .build())
                .build());
    CustomResourceOptions inNamespace =
        CustomResourceOptions.builder().dependsOn(namespace).build();
    quota(inNamespace);
    limits(inNamespace);
    policies(inNamespace);
    workload(inNamespace);
    service(inNamespace);
    context.export("K8sNamespace", Output.of(id));
  }

  private void quota(CustomResourceOptions options) {
    new ResourceQuota(
        "quota",
        ResourceQuotaArgs.builder()
            .metadata(metadata("quota"))
            .spec(
                ResourceQuotaSpecArgs.builder()
                    .hard(
                        Map.of(
                            "requests.cpu", "8",
                            "requests.memory", "16Gi",
                            "pods", "50",
                            "services.loadbalancers", "2"))
                    .build())
            .build(),
        options);
  }

  private void limits(CustomResourceOptions options) {
    new LimitRange(
        "limits",
        LimitRangeArgs.builder()
            .metadata(metadata("limits"))
            .spec(
                LimitRangeSpecArgs.builder()
                    .limits(
                        LimitRangeItemArgs.builder()
                            .type("Container")
                            .default_(Map.of("cpu", "500m", "memory", "256Mi"))
                            .defaultRequest(Map.of("cpu", "50m", "memory", "64Mi"))
                            .build())
                    .build())
            .build(),
        options);
  }

  /** Nothing in or out, but requests to the web port and look-ups of names. */
  private void policies(CustomResourceOptions options) {
    policy("deny-all", NetworkRules.denyAll(), options);
    policy("allow-web", NetworkRules.allowWeb(selector(), values.port()), options);
    policy("allow-names", NetworkRules.allowNames(), options);
  }

  private void policy(
      String name,
      com.pulumi.kubernetes.networking.v1.inputs.NetworkPolicySpecArgs spec,
      CustomResourceOptions options) {
    new NetworkPolicy(
        name, NetworkPolicyArgs.builder().metadata(metadata(name)).spec(spec).build(), options);
  }

  private void workload(CustomResourceOptions options) {
    Map<String, String> podLabels = new HashMap<>(labels);
    podLabels.putAll(selector());
    Map<String, String> podAnnotations =
        values.readyAfter().isEmpty()
            ? Map.of()
            : Map.of("helium.dev/ready-after", values.readyAfter());
    new Deployment(
        WEB,
        DeploymentArgs.builder()
            .metadata(metadata(WEB))
            .spec(
                DeploymentSpecArgs.builder()
                    .replicas(values.replicas())
                    .selector(LabelSelectorArgs.builder().matchLabels(selector()).build())
                    .template(
                        PodTemplateSpecArgs.builder()
                            .metadata(
                                ObjectMetaArgs.builder()
                                    .labels(podLabels)
                                    .annotations(podAnnotations)
                                    .build())
                            .spec(
                                PodSpecArgs.builder()
                                    .automountServiceAccountToken(false)
                                    .containers(WebContainer.of(values))
                                    .build())
                            .build())
                    .build())
            .build(),
        options);
  }

  private void service(CustomResourceOptions options) {
    new Service(
        WEB,
        ServiceArgs.builder()
            .metadata(metadata(WEB))
            .spec(
                ServiceSpecArgs.builder()
                    .type(Output.of(com.pulumi.core.Either.ofRight(ServiceSpecType.LoadBalancer)))
                    .selector(selector())
                    .ports(
                        ServicePortArgs.builder()
                            .name("http")
                            .port(80)
                            .targetPort(values.port())
                            .build())
                    .build())
            .build(),
        options);
  }

  private ObjectMetaArgs metadata(String name) {
    return ObjectMetaArgs.builder()
        .name(name)
        .namespace(id)
        .labels(labels)
        .annotations(annotations)
        .build();
  }

  private static Map<String, String> selector() {
    return Map.of("app.kubernetes.io/name", WEB);
  }
}
