package dev.helium.deletion.proof;

import dev.helium.deletion.CommandSink;
import dev.helium.domain.Backoff;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Receipt;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Confirms that destroyed workspaces are gone, as soon as the cluster shows it. What is left, or a
 * cluster that does not answer, is looked at again without limit: a deletion is never given up, and
 * the meter {@code helium.deletion.unproven} shows how many wait. To be called from one event loop
 * only.
 */
public final class Prover {
  private static final Logger LOG = LoggerFactory.getLogger(Prover.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));

  /** From here on a look that finds something is worth a line in the log. */
  private static final int PATIENCE = 6;

  private final Map<WorkspaceId, Workspace> unproven = new HashMap<>();
  private final Vertx vertx;
  private final WorkerExecutor workers;
  private final ClusterSearch search;
  private final CommandSink commands;
  private final InstantSource clock;
  private boolean open;

  /**
   * Looks at several workspaces at once.
   *
   * @param workers whose size says how many
   */
  public Prover(
      Vertx vertx,
      WorkerExecutor workers,
      ClusterSearch search,
      CommandSink commands,
      InstantSource clock,
      MeterRegistry meters) {
    this.vertx = vertx;
    this.workers = workers;
    this.search = search;
    this.commands = commands;
    this.clock = clock;
    meters.gauge("helium.deletion.unproven", unproven, Map::size);
  }

  /** Takes over what a workspace has become. */
  public void update(Workspace workspace) {
    if (!(workspace.lifecycle() instanceof Lifecycle.Destroyed)) {
      unproven.remove(workspace.id());
      return;
    }
    boolean isNew = unproven.put(workspace.id(), workspace) == null;
    if (open && isNew) {
      look(workspace, 0);
    }
  }

  /** Begins to look: before, what is known may be older than what is true. */
  public void open() {
    open = true;
    unproven.values().forEach(workspace -> look(workspace, 0));
  }

  public void close() {
    open = false;
  }

  private void look(Workspace workspace, int looks) {
    workers
        .executeBlocking(() -> search.remainsOf(workspace), false)
        .otherwise(failure -> new Remains.Unknown(failure.toString()))
        .onSuccess(
            remains -> {
              switch (remains) {
                case Remains.None(var evidence) ->
                    confirm(
                        workspace,
                        new Receipt(
                            workspace.incarnation(),
                            evidence,
                            clock.instant().truncatedTo(ChronoUnit.MICROS)),
                        looks);
                case Remains.Some(String what) -> again(workspace, looks, what);
                case Remains.Unknown(String why) -> again(workspace, looks, why);
              }
            });
  }

  private void confirm(Workspace workspace, Receipt receipt, int looks) {
    commands
        .append(
            new Command.ConfirmDeletion(
                new CommandId("confirm-" + workspace.id() + "-" + workspace.incarnation()),
                workspace.id(),
                receipt))
        .onFailure(failure -> again(workspace, looks, failure.toString()));
  }

  private void again(Workspace workspace, int looks, String why) {
    if (looks >= PATIENCE) {
      LOG.atWarn()
          .addKeyValue("workspace", workspace.id())
          .addKeyValue("looks", looks + 1)
          .addKeyValue("why", why)
          .log("a destroyed workspace is not proven gone yet");
    }
    vertx.setTimer(
        BACKOFF.pauseAfter(looks + 1).toMillis(),
        ignored -> {
          if (open && unproven.containsKey(workspace.id())) {
            look(workspace, looks + 1);
          }
        });
  }
}
