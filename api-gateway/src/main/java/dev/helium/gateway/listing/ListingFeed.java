package dev.helium.gateway.listing;

import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.workspaces.CaughtUp;
import dev.helium.gateway.workspaces.WorkspaceJson;
import dev.helium.view.KeptView;
import dev.helium.view.ViewFollower;
import dev.helium.view.WorkspaceViews;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the list up to date with the view, some milliseconds behind it. What is told of one name
 * while others are taken in is taken in once. As not all need be told, the list is compared with
 * the whole view at times.
 */
public final class ListingFeed implements ViewFollower {
  private static final Logger LOG = LoggerFactory.getLogger(ListingFeed.class);
  private static final long COMPARISON_MILLISECONDS = 30_000;
  private static final long COUNT_MILLISECONDS = 5_000;

  /** Views that are fetched together. */
  private static final int AT_ONCE = 200;

  private final Vertx vertx;
  private final WorkspaceViews views;
  private final WorkspaceJson json;
  private final CaughtUp caughtUp;
  private final Listing listing = new Listing();
  private final ListedNames names = new ListedNames();

  /** The newest of each name that is to be taken in; there is room for each name once. */
  private final ConcurrentMap<String, KeptView> waiting = new ConcurrentHashMap<>();

  private final AtomicBoolean taking = new AtomicBoolean();
  private Future<Void> comparison = Future.succeededFuture();
  private volatile boolean whole;
  private volatile boolean closed;
  private volatile long timer = -1;
  private volatile long counting = -1;

  /**
   * @param caughtUp whether the view shows all that had happened when this process started
   */
  public ListingFeed(Vertx vertx, WorkspaceViews views, WorkspaceJson json, CaughtUp caughtUp) {
    this.vertx = vertx;
    this.views = views;
    this.json = json;
    this.caughtUp = caughtUp;
  }

  /** Returns at once; what is there already is taken in soon. */
  public void start() {
    views.follow(this);
    timer = vertx.setPeriodic(COMPARISON_MILLISECONDS, ignored -> compare());
  }

  /** Has all that are listed be counted at times. */
  public void measure(FleetMeters meters) {
    counting =
        vertx.setPeriodic(
            COUNT_MILLISECONDS,
            ignored ->
                vertx.executeBlocking(
                    () -> {
                      meters.count(listing.all());
                      return null;
                    },
                    false));
  }

  public void close() {
    closed = true;
    vertx.cancelTimer(timer);
    vertx.cancelTimer(counting);
  }

  /** The list, once it was held against a view that had caught up. */
  Future<Listing> whole() {
    return whole
        ? Future.succeededFuture(listing)
        : compare().compose(ignored -> whole ? Future.succeededFuture() : compare()).map(listing);
  }

  /** The answer that lists the names alone, once the list is {@link #whole}. */
  Future<Buffer> names() {
    return whole().map(ignored -> names.answer());
  }

  @Override
  public void changed(String workspace, KeptView view) {
    names.take(workspace, view.exists(), view.events());
    waiting.merge(workspace, view, (one, other) -> one.events() > other.events() ? one : other);
    takeIn();
  }

  /** Completes when the list has been held against the whole view; one comparison at a time. */
  synchronized Future<Void> compare() {
    if (!closed && comparison.isComplete()) {
      boolean all = caughtUp.isSo();
      comparison =
          vertx
              .executeBlocking(this::takeDifferences, false)
              .onSuccess(ignored -> compared(all))
              .onFailure(
                  failure ->
                      LOG.atWarn()
                          .addKeyValue("failure", failure.toString())
                          .log("the list could not be held against the view; it is tried again"));
    }
    return comparison;
  }

  private void compared(boolean all) {
    if (all) {
      whole = true;
    }
  }

  private void takeIn() {
    if (!closed && taking.compareAndSet(false, true)) {
      vertx
          .executeBlocking(this::takeWaiting, false)
          .onFailure(failure -> LOG.atError().setCause(failure).log("the list is not kept up"));
    }
  }

  private Void takeWaiting() {
    try {
      for (String name : List.copyOf(waiting.keySet())) {
        take(name, waiting.remove(name));
      }
    } finally {
      taking.set(false);
    }
    if (!waiting.isEmpty()) {
      takeIn();
    }
    return null;
  }

  private Void takeDifferences() {
    Map<String, Long> versions = views.versions();
    Set<String> differing = new HashSet<>();
    versions.forEach(
        (name, version) -> {
          if (listing.version(name) < version) {
            differing.add(name);
          }
        });
    listing.names().stream().filter(name -> !versions.containsKey(name)).forEach(differing::add);
    List<String> names = new ArrayList<>(differing);
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      views
          .kept(Set.copyOf(names.subList(from, Math.min(names.size(), from + AT_ONCE))))
          .forEach(this::take);
    }
    return null;
  }

  private void take(String name, KeptView kept) {
    names.take(name, kept.exists(), kept.events());
    if (listing.version(name) >= kept.events()) {
      return;
    }
    if (kept.exists()) {
      WorkspaceView view = kept.view();
      listing.put(ListedWorkspace.of(view, json.of(view)), kept.events());
    } else {
      listing.remove(name, kept.events());
    }
  }
}
