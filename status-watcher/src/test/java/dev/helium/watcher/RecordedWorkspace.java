package dev.helium.watcher;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesList;
import io.fabric8.kubernetes.api.model.KubernetesListBuilder;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.WatchEvent;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every object of a workspace, from before it is made on, as watches and in the end lists say. */
final class RecordedWorkspace implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<WatchEvent> events = new CopyOnWriteArrayList<>();
  private final List<Watch> watches = new ArrayList<>();
  private final List<Supplier<List<? extends HasMetadata>>> lists = new ArrayList<>();

  RecordedWorkspace(KubernetesClient client, String name) {
    watches.add(client.namespaces().withName(name).watch(new Watched<>()));
    lists.add(() -> Stream.ofNullable(client.namespaces().withName(name).get()).toList());
    follow(name, client.pods());
    follow(name, client.apps().deployments());
    follow(name, client.apps().statefulSets());
    follow(name, client.apps().daemonSets());
    follow(name, client.batch().v1().jobs());
    follow(name, client.persistentVolumeClaims());
    follow(name, client.services());
    follow(name, client.network().v1().ingresses());
  }

  private <T extends HasMetadata, L extends KubernetesResourceList<T>, R extends Resource<T>>
      void follow(String namespace, MixedOperation<T, L, R> kind) {
    watches.add(kind.inNamespace(namespace).watch(new Watched<>()));
    lists.add(() -> kind.inNamespace(namespace).list().getItems());
  }

  /**
   * Writes a line for each event, in the order of the cluster, and one with the list at the end.
   */
  void write(Path file) {
    // The newest of each object has come when watches agree with lists.
    await().atMost(LIMIT).until(() -> latest().equals(versions(list())));
    List<String> lines = new ArrayList<>();
    events.stream()
        .sorted(Comparator.comparingLong(event -> version(object(event))))
        .forEach(event -> lines.add(Serialization.asJson(event)));
    KubernetesList end = new KubernetesListBuilder().build();
    end.setItems(list());
    lines.add(Serialization.asJson(end));
    try {
      Files.write(file, lines.stream().map(line -> line.replaceAll("\\s*\\n\\s*", "")).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<HasMetadata> list() {
    return lists.stream()
        .<HasMetadata>flatMap(list -> list.get().stream())
        .map(RecordedWorkspace::trimmed)
        .toList();
  }

  private Map<String, String> latest() {
    Map<String, HasMetadata> there = new HashMap<>();
    for (WatchEvent event : events) {
      HasMetadata object = object(event);
      if (event.getType().equals("DELETED")) {
        there.remove(name(object));
      } else {
        there.put(name(object), object);
      }
    }
    return versions(List.copyOf(there.values()));
  }

  private static Map<String, String> versions(List<HasMetadata> objects) {
    Map<String, String> versions = new TreeMap<>();
    objects.forEach(
        object -> versions.put(name(object), object.getMetadata().getResourceVersion()));
    return versions;
  }

  private static String name(HasMetadata object) {
    return object.getKind() + "/" + object.getMetadata().getName();
  }

  private static HasMetadata object(WatchEvent event) {
    return (HasMetadata) event.getObject();
  }

  private static long version(HasMetadata object) {
    return Long.parseLong(object.getMetadata().getResourceVersion());
  }

  /** What readiness cannot depend on would only make the recordings larger. */
  private static HasMetadata trimmed(HasMetadata object) {
    object.getMetadata().setManagedFields(List.of());
    if (object instanceof Pod pod) {
      pod.getSpec().setVolumes(List.of());
      pod.getSpec().setTolerations(List.of());
      pod.getSpec().getContainers().forEach(container -> container.setVolumeMounts(List.of()));
    }
    return object;
  }

  @Override
  public void close() {
    watches.forEach(Watch::close);
  }

  /** Notes what comes. */
  private final class Watched<T extends HasMetadata> implements Watcher<T> {
    @Override
    public void eventReceived(Action action, T object) {
      if (action != Action.BOOKMARK) {
        events.add(new WatchEvent(trimmed(object), action.name()));
      }
    }

    @Override
    public void onClose(WatcherException cause) {
      throw new IllegalStateException("a watch ended in the middle", cause);
    }
  }
}
