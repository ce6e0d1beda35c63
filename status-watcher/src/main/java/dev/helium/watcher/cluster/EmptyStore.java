package dev.helium.watcher.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.stream.Stream;

/** Keeps nothing: each object is handed over whenever it is seen, as one that was added. */
final class EmptyStore<T extends HasMetadata> implements ItemStore<T> {
  @Override
  public String getKey(T object) {
    return Cache.metaNamespaceKeyFunc(object);
  }

  @Override
  public T put(String key, T object) {
    return null;
  }

  @Override
  public T remove(String key) {
    return null;
  }

  @Override
  public Stream<String> keySet() {
    return Stream.empty();
  }

  @Override
  public Stream<T> values() {
    return Stream.empty();
  }

  @Override
  public T get(String key) {
    return null;
  }

  @Override
  public int size() {
    return 0;
  }

  @Override
  public boolean isFullState() {
    return false;
  }
}
