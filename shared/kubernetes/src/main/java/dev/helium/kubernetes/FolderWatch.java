package dev.helium.kubernetes;

import dev.helium.domain.ClusterName;
import dev.helium.service.Turns;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
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
  private final ClusterFolder folder;
  private final Consumer<Map<ClusterName, ClusterSource>> found;
  private final Consumer<String> failed;
  private final AtomicBoolean reading = new AtomicBoolean();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final long timer;

  /**
   * Begins at once.
   *
   * @param found told in turns what the folder says, each time
   * @param failed told in turns why it cannot be read, each time
   */
  public FolderWatch(
      Vertx vertx,
      Turns turns,
      ClusterFolder folder,
      Consumer<Map<ClusterName, ClusterSource>> found,
      Consumer<String> failed) {
    this.vertx = vertx;
    this.turns = turns;
    this.folder = folder;
    this.found = found;
    this.failed = failed;
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
              turns.soon(() -> found.accept(sources));
            })
        .onFailure(this::fail)
        .onComplete(ignored -> reading.set(false));
  }

  private void fail(Throwable failure) {
    String why = "the folder of further clusters cannot be read: " + failure;
    turns.soon(() -> failed.accept(why));
    if (failing.compareAndSet(false, true)) {
      LOG.warn(why);
    }
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
  }
}
