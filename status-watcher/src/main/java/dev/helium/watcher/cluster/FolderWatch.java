package dev.helium.watcher.cluster;

import dev.helium.kubernetes.ClusterFolder;
import dev.helium.service.Turns;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the folder of further clusters again and again. The operating system's watches of files
 * miss what comes through links, as mounted secrets do, and through folders of a network.
 */
public final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final long INTERVAL_MILLISECONDS = 1_000;

  private final Vertx vertx;
  private final Turns turns;
  private final FollowedClusters clusters;
  private final ClusterFolder folder;
  private final AtomicBoolean reading = new AtomicBoolean();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final long timer;

  /** Begins at once. */
  public FolderWatch(Vertx vertx, Turns turns, FollowedClusters clusters, Path folder) {
    this.vertx = vertx;
    this.turns = turns;
    this.clusters = clusters;
    this.folder = clusters.folder(folder);
    this.timer = vertx.setPeriodic(1, INTERVAL_MILLISECONDS, ignored -> read());
  }

  private void read() {
    if (!reading.compareAndSet(false, true)) {
      return;
    }
    vertx
        .executeBlocking(folder::read, false)
        .onSuccess(
            sources -> {
              failing.set(false);
              turns.soon(() -> clusters.further(sources));
            })
        .onFailure(this::failed)
        .onComplete(ignored -> reading.set(false));
  }

  private void failed(Throwable failure) {
    String why = "the folder of further clusters cannot be read: " + failure;
    turns.soon(() -> clusters.furtherCannotBeRead(why));
    if (failing.compareAndSet(false, true)) {
      LOG.warn(why);
    }
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
