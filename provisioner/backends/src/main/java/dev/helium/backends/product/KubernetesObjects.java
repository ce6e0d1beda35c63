package dev.helium.backends.product;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.List;
import java.util.Map;

/**
 * Objects beside the pods, in their usual shapes. Others are made with the builders as they are.
 */
public final class KubernetesObjects {
  private KubernetesObjects() {}

  public static ConfigMap configMap(String name, Map<String, String> data) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withData(data)
        .build();
  }

  /** Its content is a secret in the stack's state too. */
  public static Secret secret(String name, Map<String, String> content) {
    return new SecretBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withType("Opaque")
        .withStringData(content)
        .build();
  }

  public static ServiceAccount account(String name) {
    return new ServiceAccountBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withAutomountServiceAccountToken(false)
        .build();
  }

  public static ServicePort port(String name, int port, String target) {
    return new ServicePortBuilder()
        .withName(name)
        .withPort(port)
        .withTargetPort(new IntOrString(target))
        .withProtocol("TCP")
        .build();
  }

  /**
   * A service for a component's pods.
   *
   * @param type {@code ClusterIP}, {@code NodePort} or {@code LoadBalancer}
   */
  public static Service service(
      String name, String type, Component component, ServicePort... ports) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withType(type)
        .withSelector(component.selector())
        .withPorts(ports)
        .endSpec()
        .build();
  }

  /** One that only gives pods their names. */
  public static Service headless(String name, Component component, ServicePort... ports) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withClusterIP("None")
        .withPublishNotReadyAddresses(true)
        .withSelector(component.selector())
        .withPorts(ports)
        .endSpec()
        .build();
  }

  public static HTTPIngressPath path(String path, String service, int port) {
    return new HTTPIngressPathBuilder()
        .withPath(path)
        .withPathType("Prefix")
        .withNewBackend()
        .withNewService()
        .withName(service)
        .withNewPort()
        .withNumber(port)
        .endPort()
        .endService()
        .endBackend()
        .build();
  }

  /**
   * One host and the ways behind it.
   *
   * @param className empty for the cluster's default
   * @param tlsSecret empty for none
   */
  public static Ingress ingress(
      String name,
      String className,
      String host,
      String tlsSecret,
      Map<String, String> annotations,
      List<HTTPIngressPath> paths) {
    IngressBuilder ingress =
        new IngressBuilder()
            .withNewMetadata()
            .withName(name)
            .withAnnotations(annotations.isEmpty() ? null : annotations)
            .endMetadata()
            .withNewSpec()
            .withIngressClassName(className.isEmpty() ? null : className)
            .addNewRule()
            .withHost(host)
            .withNewHttp()
            .withPaths(paths)
            .endHttp()
            .endRule()
            .endSpec();
    return tlsSecret.isEmpty()
        ? ingress.build()
        : ingress
            .editSpec()
            .addNewTl()
            .withHosts(host)
            .withSecretName(tlsSecret)
            .endTl()
            .endSpec()
            .build();
  }

  /**
   * For an autoscaler: how much of what the pods ask for they use, on average.
   *
   * @param resource {@code cpu} or {@code memory}
   */
  public static MetricSpec utilization(String resource, int percent) {
    return new MetricSpecBuilder()
        .withType("Resource")
        .withNewResource()
        .withName(resource)
        .withNewTarget()
        .withType("Utilization")
        .withAverageUtilization(percent)
        .endTarget()
        .endResource()
        .build();
  }

  public static PodDisruptionBudget disruptionBudget(
      String name, Component component, int available) {
    return new PodDisruptionBudgetBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withMinAvailable(new IntOrString(available))
        .withNewSelector()
        .withMatchLabels(component.selector())
        .endSelector()
        .endSpec()
        .build();
  }
}
