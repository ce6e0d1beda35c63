package dev.helium.watcher.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps of each object only what an informer needs to notice that it changed or went: its name and
 * version. Everything else is in the findings.
 */
final class SlimStore<T extends HasMetadata> implements ItemStore<T> {
  private final ConcurrentMap<String, T> items = new ConcurrentHashMap<>();
  private final Supplier<T> blank;

  SlimStore(Supplier<T> blank) {
    this.blank = blank;
  }

  @Override
  public String getKey(T object) {
    return Cache.metaNamespaceKeyFunc(object);
  }

  @Override
  public T put(String key, T object) {
    return items.put(key, slim(object));
  }

  @Override
  public T remove(String key) {
    return items.remove(key);
  }

  @Override
  public Stream<String> keySet() {
    return items.keySet().stream();
  }

  @Override
  public Stream<T> values() {
    return items.values().stream();
  }

  @Override
  public T get(String key) {
    return items.get(key);
  }

  @Override
  public int size() {
    return items.size();
  }

  /** Makes the informer hand every object over when it arrives instead of keeping it for later. */
  @Override
  public boolean isFullState() {
    return false;
  }

  private T slim(T object) {
    ObjectMeta whole = object.getMetadata();
    T slim = blank.get();
    slim.setMetadata(
        new ObjectMetaBuilder()
            .withName(whole.getName())
            .withNamespace(whole.getNamespace())
            .withResourceVersion(whole.getResourceVersion())
            .build());
    return slim;
  }
}
