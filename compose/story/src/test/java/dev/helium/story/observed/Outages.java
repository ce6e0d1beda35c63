package dev.helium.story.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.cluster.component.Component;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.story.StoryWorld;
import dev.helium.wire.Topics;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What happens to the parts of a world, and how that is mended. */
final class Outages implements AutoCloseable {
  static final ServiceInstance KAFKA = ServiceInstance.first(ServiceName.KAFKA);
  static final ServiceInstance API_GATEWAY = ServiceInstance.first(ServiceName.API_GATEWAY);
  static final ServiceInstance DELETION_CONTROLLER =
      ServiceInstance.first(ServiceName.DELETION_CONTROLLER);
  static final ServiceInstance SECOND_PROVISIONER = ServiceInstance.provisioner(2);

  private static final String ORPHAN = "nobodys";
  private static final String HOLDER = "holder";
  private static final String FINALIZER = "helium.dev/held-by-a-test";
  private static final String OCCUPIED =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: NAME}
      spec:
        replicas: 0
        selector: {matchLabels: {whose: somebody-elses}}
        template:
          metadata: {labels: {whose: somebody-elses}}
          spec: {containers: [{name: web, image: 'registry.example/web:1'}]}
      """;

  private static final String WORKSPACE = "helium.dev/workspace";

  private final StoryWorld world;
  private final KubernetesClient cluster;

  Outages(StoryWorld world) {
    this.world = world;
    this.cluster =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(world.kubeconfig().toFile()))
            .build();
  }

  /** Puts something into a namespace that keeps it from going. */
  void hold(String namespace) {
    cluster
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(HOLDER)
                .withNamespace(namespace)
                .withFinalizers(FINALIZER)
                .endMetadata()
                .build())
        .create();
  }

  void letGo(String namespace) {
    cluster
        .configMaps()
        .inNamespace(namespace)
        .withName(HOLDER)
        .edit(
            held ->
                new ConfigMapBuilder(held).editMetadata().withFinalizers().endMetadata().build());
  }

  /** A namespace of a workspace that nobody has asked for. */
  void makeOrphan() {
    cluster
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(ORPHAN)
                .withLabels(Map.of(WORKSPACE, ORPHAN))
                .endMetadata()
                .build())
        .create();
  }

  /** Somebody else has a namespace of that name, and in it what a workspace cannot be made of. */
  void occupy(String namespace) {
    cluster
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    cluster
        .load(
            new ByteArrayInputStream(
                OCCUPIED.replace("NAME", namespace).getBytes(StandardCharsets.UTF_8)))
        .create();
  }

  /** Who had it gives it up. */
  void free(String namespace) {
    cluster.namespaces().withName(namespace).delete();
  }

  void removeOrphan() {
    cluster.namespaces().withName(ORPHAN).delete();
  }

  /** Their workspaces are not ready for a moment. */
  void removePods(Collection<String> namespaces) {
    namespaces.forEach(namespace -> cluster.pods().inNamespace(namespace).delete());
  }

  /** Records that nobody can read. */
  void writeNonsense() throws InterruptedException, ExecutionException {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", world.bootstrap()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (String topic : List.of(Topics.COMMANDS, Topics.EVENTS)) {
        var _ =
            producer
                .send(
                    new ProducerRecord<>(
                        topic, "nonsense", "nonsense".getBytes(StandardCharsets.UTF_8)))
                .get();
      }
    }
  }

  void damageTokens() throws IOException {
    Files.writeString(tokens(), "{ this is no");
  }

  void mendTokens() throws IOException {
    Files.writeString(tokens(), "{\"tokens\": []}");
  }

  void pause(ServiceInstance instance) {
    world.stack().pause(instance);
  }

  void resume(ServiceInstance instance) {
    world.stack().resume(instance);
  }

  void kill(ServiceInstance instance) {
    world.stack().kill(instance);
    assertThat(world.stack().isRunning(instance)).isFalse();
  }

  void start(ServiceInstance instance) {
    world.stack().start(List.of(instance));
  }

  void killApiServer() {
    world.stack().kill(Component.KUBE_APISERVER);
  }

  void startApiServer() {
    world.stack().start(Component.KUBE_APISERVER);
  }

  @Override
  public void close() {
    cluster.close();
  }

  private Path tokens() {
    return world.home().tokens();
  }
}
