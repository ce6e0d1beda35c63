package dev.helium.backends.product;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One kind of pod of a product: written down once, then made into a deployment, a stateful set, a
 * daemon set or a job. Its pods carry {@code app.kubernetes.io/name}, have no token for the API
 * server unless an account is given, and are as restricted as the pod security standard of that
 * name wants, unless {@link #security} says otherwise.
 *
 * <p>Collects; not for use by several threads.
 */
public final class Component {
  private static final String NAME_LABEL = "app.kubernetes.io/name";

  private final String name;
  private final ContainerBuilder container;
  private final PodSpecBuilder pod = new PodSpecBuilder();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, String> annotations = new LinkedHashMap<>();
  private final List<PersistentVolumeClaim> claims = new ArrayList<>();
  private DeploymentStrategy strategy;
  private Integer replicas = 1;
  private String podManagement = "OrderedReady";

  private Component(String name, String image) {
    this.name = name;
    this.container =
        new ContainerBuilder()
            .withName(name)
            .withImage(image)
            .withSecurityContext(Security.restrictedContainer());
    labels.put(NAME_LABEL, name);
    pod.withSecurityContext(Security.restrictedPod()).withAutomountServiceAccountToken(false);
  }

  /**
   * One kind of pod, with nothing said of it yet but what runs in it.
   *
   * @param name of the controller and of its container; what services and rules select by
   */
  public static Component of(String name, String image) {
    return new Component(name, image);
  }

  public String name() {
    return name;
  }

  public Component pullPolicy(String policy) {
    container.withImagePullPolicy(policy);
    return this;
  }

  public Component pullSecrets(List<String> secrets) {
    pod.addAllToImagePullSecrets(secrets.stream().map(LocalObjectReference::new).toList());
    return this;
  }

  public Component command(String... words) {
    container.withCommand(words);
    return this;
  }

  public Component arguments(String... words) {
    container.withArgs(words);
    return this;
  }

  public Component port(String portName, int port) {
    container.addNewPort().withName(portName).withContainerPort(port).withProtocol("TCP").endPort();
    return this;
  }

  public Component environment(String variable, String value) {
    return environment(new EnvVarBuilder().withName(variable).withValue(value).build());
  }

  public Component environment(Map<String, String> variables) {
    variables.forEach(this::environment);
    return this;
  }

  /** The key of a secret of the same namespace. */
  public Component secretEnvironment(String variable, String secret, String key) {
    return environment(
        new EnvVarBuilder()
            .withName(variable)
            .withNewValueFrom()
            .withNewSecretKeyRef(key, secret, null)
            .endValueFrom()
            .build());
  }

  public Component environment(EnvVar variable) {
    container.addToEnv(variable);
    return this;
  }

  /** Every entry of a config map as a variable. */
  public Component environmentOfConfigMap(String configMap) {
    container.addNewEnvFrom().withNewConfigMapRef(configMap, null).endEnvFrom();
    return this;
  }

  /** Every entry of a secret as a variable. */
  public Component environmentOfSecret(String secret) {
    container.addNewEnvFrom().withNewSecretRef(secret, null).endEnvFrom();
    return this;
  }

  public Component readiness(Probe probe) {
    container.withReadinessProbe(probe);
    return this;
  }

  public Component liveness(Probe probe) {
    container.withLivenessProbe(probe);
    return this;
  }

  public Component startup(Probe probe) {
    container.withStartupProbe(probe);
    return this;
  }

  public Component resources(ResourceRequirements resources) {
    container.withResources(resources);
    return this;
  }

  /** A volume of the pod, see {@link Volumes}. */
  public Component volume(Volume volume) {
    pod.addToVolumes(volume);
    return this;
  }

  public Component mount(String volume, String path) {
    container.addNewVolumeMount().withName(volume).withMountPath(path).endVolumeMount();
    return this;
  }

  /** One file or folder of a volume. */
  public Component mount(String volume, String path, String part, boolean readOnly) {
    container
        .addNewVolumeMount()
        .withName(volume)
        .withMountPath(path)
        .withSubPath(part)
        .withReadOnly(readOnly)
        .endVolumeMount();
    return this;
  }

  /** A claim that every pod of a stateful set has for itself; mount it by its name. */
  public Component claim(PersistentVolumeClaim claim) {
    claims.add(claim);
    return this;
  }

  /** Runs before the others, in the order given, see {@link #asContainer}. */
  public Component before(Container initial) {
    pod.addToInitContainers(initial);
    return this;
  }

  /** Runs beside the main one. */
  public Component beside(Container other) {
    pod.addToContainers(other);
    return this;
  }

  /** None when something else scales it. */
  public Component replicas(Integer number) {
    replicas = number;
    return this;
  }

  public Component strategy(DeploymentStrategy wanted) {
    strategy = wanted;
    return this;
  }

  /** All pods of a stateful set at once. */
  public Component parallel() {
    podManagement = "Parallel";
    return this;
  }

  /** With a token for the API server. */
  public Component account(String serviceAccount) {
    pod.withServiceAccountName(serviceAccount).withAutomountServiceAccountToken(true);
    return this;
  }

  /** An account without a token. */
  public Component accountWithoutToken(String serviceAccount) {
    pod.withServiceAccountName(serviceAccount);
    return this;
  }

  public Component security(PodSecurityContext ofPod, SecurityContext ofContainer) {
    pod.withSecurityContext(ofPod);
    container.withSecurityContext(ofContainer);
    return this;
  }

  public Component graceSeconds(long seconds) {
    pod.withTerminationGracePeriodSeconds(seconds);
    return this;
  }

  /** Of the pods, beside the name. */
  public Component label(String key, String value) {
    labels.put(key, value);
    return this;
  }

  public Component annotation(String key, String value) {
    annotations.put(key, value);
    return this;
  }

  public Component annotations(Map<String, String> more) {
    annotations.putAll(more);
    return this;
  }

  /** Where the pods may run. */
  public Component placement(
      Map<String, String> nodeSelector, List<Toleration> tolerations, Affinity affinity) {
    pod.withNodeSelector(nodeSelector).withTolerations(tolerations).withAffinity(affinity);
    return this;
  }

  /** What services select its pods by. */
  public Map<String, String> selector() {
    return Map.of(NAME_LABEL, name);
  }

  /** The main container alone, as an initial one of other pods or beside it. */
  public Container asContainer() {
    return container.build();
  }

  public Deployment deployment() {
    return controller().deployment(replicas, strategy);
  }

  /**
   * Pods with names and claims of their own.
   *
   * @param service that gives its pods their names
   */
  public StatefulSet statefulSet(String service) {
    return controller().statefulSet(service, replicas, podManagement, claims);
  }

  public DaemonSet daemonSet() {
    return controller().daemonSet();
  }

  /** Each pod runs once; a failed one is made again, that many times. */
  public Job job(int backoffLimit) {
    pod.withRestartPolicy("Never");
    return controller().job(backoffLimit);
  }

  private Controller controller() {
    return new Controller(
        name,
        selector(),
        labels,
        annotations,
        new PodSpecBuilder(pod.build()).addToContainers(0, container.build()).build());
  }
}
