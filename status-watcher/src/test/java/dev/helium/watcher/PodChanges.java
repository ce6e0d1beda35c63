package dev.helium.watcher;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what happens to pods. */
final class PodChanges implements Watcher<Pod> {
  private final AtomicInteger count = new AtomicInteger();

  int count() {
    return count.get();
  }

  @Override
  public void eventReceived(Action action, Pod pod) {
    count.incrementAndGet();
  }

  @Override
  public void onClose(WatcherException cause) {
    throw new IllegalStateException("changes went uncounted", cause);
  }
}
