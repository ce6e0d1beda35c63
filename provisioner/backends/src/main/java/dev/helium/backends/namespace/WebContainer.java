package dev.helium.backends.namespace;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.HTTPGetActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.ProbeArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import java.util.List;
import java.util.Map;

/** The one container of the web workload. */
final class WebContainer {
  private WebContainer() {}

  static ContainerArgs of(NamespaceValues values) {
    return ContainerArgs.builder()
        .name("web")
        .image(values.image())
        .ports(ContainerPortArgs.builder().name("http").containerPort(values.port()).build())
        .env(environment(values.environment()))
        .resources(
            ResourceRequirementsArgs.builder()
                .requests(Map.of("cpu", values.cpu(), "memory", values.memory()))
                .limits(Map.of("memory", values.memory()))
                .build())
        .readinessProbe(probe(values.port(), 5))
        .livenessProbe(probe(values.port(), 20))
        .securityContext(
            SecurityContextArgs.builder()
                .runAsNonRoot(true)
                .allowPrivilegeEscalation(false)
                .capabilities(CapabilitiesArgs.builder().drop("ALL").build())
                .seccompProfile(SeccompProfileArgs.builder().type("RuntimeDefault").build())
                .build())
        .build();
  }

  /** Their values may be secrets, so the stack's state keeps them encrypted. */
  private static List<EnvVarArgs> environment(Map<String, String> variables) {
    return variables.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            variable ->
                EnvVarArgs.builder()
                    .name(variable.getKey())
                    .value(Output.ofSecret(variable.getValue()))
                    .build())
        .toList();
  }

  private static ProbeArgs probe(int port, int periodSeconds) {
    return ProbeArgs.builder()
        .httpGet(HTTPGetActionArgs.builder().path("/").port(port).build())
        .periodSeconds(periodSeconds)
        .build();
  }
}
