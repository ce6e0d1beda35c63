package dev.helium.backends.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.BackendInput;
import dev.helium.backends.schema.Trees;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real API server takes every object of every product, without a single unknown field. */
@ExtendWith(ClusterExtension.class)
final class StrictServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROFILES = "dev.helium.backends.EveryBackendTest#profiles";

  private KubernetesClient client;
  private String namespace;

  @BeforeEach
  void connect(TestCluster cluster) {
    client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
            .build();
    namespace = cluster.newNamespace("strict");
  }

  @AfterEach
  void disconnect() {
    client.namespaces().withName(namespace).delete();
    client.close();
  }

  @ParameterizedTest
  @MethodSource(PROFILES)
  void everyObjectAndEveryPodIsTaken(ProductBackend backend, String values) {
    // given a namespace that lets in what the backend promises to keep to
    String level = backend.manifest().security().name().toLowerCase(Locale.ROOT);
    client
        .namespaces()
        .withName(namespace)
        .edit(
            it -> {
              it.getMetadata().getLabels().put("pod-security.kubernetes.io/enforce", level);
              return it;
            });
    List<ObjectTree> objects = objects(backend, values, namespace);
    // accounts that pods run as have to be there
    objects.stream()
        .filter(object -> object.kind().equals("ServiceAccount"))
        .forEach(account -> client.resource(model(account.tree())).create());
    // then
    List<String> refused = new ArrayList<>();
    for (ObjectTree object : objects) {
      if (!object.kind().equals("ServiceAccount")) {
        refused.addAll(refused(SelectionChecks.title(object), object.tree()));
      }
      object
          .podTemplate()
          .ifPresent(
              template ->
                  refused.addAll(
                      refused("pod of " + SelectionChecks.title(object), pod(object, template))));
    }
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(PROFILES)
  void twoOfAKindHaveNothingInCommonOutsideOfTheirNamespaces(
      ProductBackend backend, String values) {
    // given
    Set<String> one = outside(objects(backend, values, "one"));
    // when
    Set<String> both = new HashSet<>(one);
    both.retainAll(outside(objects(backend, values, "two")));
    // then
    assertThat(both).isEmpty();
  }

  private static List<ObjectTree> objects(ProductBackend backend, String values, String workspace) {
    return MarkedObjects.of(
        backend, Samples.setting(backend, workspace, new BackendInput(Map.of(), values)));
  }

  private static Set<String> outside(List<ObjectTree> objects) {
    Set<String> outside = new HashSet<>();
    objects.stream()
        .filter(object -> !object.namespaced())
        .forEach(object -> outside.add(SelectionChecks.title(object)));
    return outside;
  }

  private List<String> refused(String title, Map<String, Object> tree) {
    try {
      client.resource(model(tree)).dryRun().fieldValidation(Validation.STRICT).create();
      return List.of();
    } catch (KubernetesClientException failure) {
      return List.of(title + ": " + failure.getMessage());
    }
  }

  /** As its controller would make it, but for its claims, which it would fill in. */
  private Map<String, Object> pod(ObjectTree object, Map<String, Object> template) {
    Map<String, Object> spec = Trees.copy(Trees.map(template.get("spec"), "spec"));
    List<Object> volumes = new ArrayList<>(Pods.maps(spec, "volumes"));
    object
        .otherTemplates()
        .forEach(
            claim ->
                volumes.add(
                    Map.of(
                        "name", Trees.find(claim, "metadata.name").orElseThrow(),
                        "emptyDir", Map.of())));
    spec.put("volumes", volumes);
    return Map.of(
        "apiVersion",
        "v1",
        "kind",
        "Pod",
        "metadata",
        Map.of("name", "one", "namespace", namespace),
        "spec",
        spec);
  }

  private HasMetadata model(Map<String, Object> tree) {
    try {
      return client.getKubernetesSerialization().unmarshal(JSON.writeValueAsString(tree));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
