package dev.helium.watcher.cluster;

import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.folding.Findings;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.Judge;
import dev.helium.watcher.judging.ObjectKey;
import dev.helium.watcher.judging.Tag;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the objects of one kind: each change becomes a finding and marks its workspace. */
final class KindInformer<T extends HasMetadata> implements ResourceEventHandler<T> {
  private static final Logger LOG = LoggerFactory.getLogger(KindInformer.class);

  /** Of one page of a list; with a limit the API server answers with the newest state. */
  private static final long PAGE = 500;

  private final String kind;
  private final Judge<T> judge;
  private final Findings findings;
  private final Consumer<WorkspaceId> changed;
  private final SharedIndexInformer<T> informer;
  private final AtomicBoolean stirred = new AtomicBoolean();
  private volatile boolean listed;

  KindInformer(
      String kind,
      Informable<T> objects,
      Supplier<T> blank,
      Judge<T> judge,
      Findings findings,
      Consumer<WorkspaceId> changed) {
    this.kind = kind;
    this.judge = judge;
    this.findings = findings;
    this.changed = changed;
    this.informer =
        objects
            .withLimit(PAGE)
            .runnableInformer(0)
            .removeNamespaceIndex()
            .itemStore(new SlimStore<>(blank))
            .exceptionHandler((started, failure) -> retry(failure))
            .addEventHandler(this);
  }

  /** Returns at once; what cannot be reached is tried again for as long as this is open. */
  void start() {
    informer.start();
  }

  void stop() {
    informer.stop();
  }

  String kind() {
    return kind;
  }

  /** True when everything that was there has been seen. */
  boolean isListed() {
    return listed;
  }

  /** False while changes would go unseen; they are caught up with later. */
  boolean isConnected() {
    return listed && informer.isWatching();
  }

  /** True when something came since this was last asked. */
  boolean hasStirred() {
    return stirred.getAndSet(false);
  }

  @Override
  public void onAdd(T object) {
    see(object);
  }

  @Override
  public void onUpdate(T before, T object) {
    see(object);
  }

  @Override
  public void onDelete(T object, boolean unseen) {
    findings.remove(ObjectKey.of(object)).forEach(changed);
  }

  @Override
  public void onList(String version, boolean remainedEmpty) {
    stirred.set(true);
    listed = true;
  }

  private void see(T object) {
    stirred.set(true);
    Optional<Tag> tag = Tag.of(object.getMetadata());
    if (tag.isEmpty()) {
      findings.remove(ObjectKey.of(object)).forEach(changed);
      return;
    }
    Finding finding = judge.judge(object, tag.get());
    findings.put(finding).forEach(changed);
  }

  private boolean retry(Throwable failure) {
    if (!informer.isRunning()) {
      // It was stopped while it was being connected; the client makes no more of it either.
      return true;
    }
    LOG.atWarn()
        .addKeyValue("kind", kind)
        .addKeyValue("failure", failure.toString())
        .log("watching is interrupted and begins again");
    return true;
  }
}
