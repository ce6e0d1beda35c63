package dev.helium.deletion.proof;

import dev.helium.deletion.CommandSink;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The proofs of all clusters: each workspace is looked for in the one in which it lived. None waits
 * for another.
 *
 * <p>All methods belong to the thread of the turns.
 */
public final class Proofs {
  public static final String FURTHER_CHECK = "further clusters can be asked";

  private final CommandSink commands;
  private final Turns turns;
  private final InstantSource clock;
  private final Health health;
  private final ProofMeters meters;
  private final LostClusters witnesses;
  private final ProofLoop lost;
  private final Map<ClusterName, ProofLoop> loops = new HashMap<>();
  private final Map<WorkspaceId, Tenure> destroyed = new HashMap<>();
  private final Map<ClusterName, String> missing = new TreeMap<>();
  private Inspector here = new NobodyAsked();
  private Predicate<ClusterName> saidGone = cluster -> false;
  private boolean allKnown;
  private boolean open;

  /**
   * @param lives what the log says of a workspace, whoever acts for it
   * @param used whether by the log something was ever made in a cluster
   */
  public Proofs(
      Function<WorkspaceId, Tenure> lives,
      Predicate<ClusterName> used,
      CommandSink commands,
      Turns turns,
      InstantSource clock,
      Health health,
      MeterRegistry registry) {
    this.commands = commands;
    this.turns = turns;
    this.clock = clock;
    this.health = health;
    this.meters = new ProofMeters(registry, clock);
    this.witnesses =
        new LostClusters(
            lives, used, () -> allKnown, cluster -> saidGone.test(cluster), () -> here);
    this.lost = loop(witnesses, Reach.NOBODY);
    health.expect(ProofLoop.CHECK);
    health.ready(ProofLoop.CHECK);
  }

  /** Takes in what the log now says of a workspace. */
  public void changed(WorkspaceId workspace, Tenure tenure) {
    Tenure before = destroyed.remove(workspace);
    if (tenure.stage() == Tenure.Stage.DESTROYED) {
      destroyed.put(workspace, tenure);
    }
    ProofLoop loop = loop(tenure.cluster());
    if (before != null && loop(before.cluster()) != loop) {
      loop(before.cluster()).changed(workspace, tenure.elsewhere());
    }
    loop.changed(workspace, tenure);
  }

  /** From now on a cluster is asked in this way. */
  public void reach(ClusterName cluster, Inspector inspector) {
    if (cluster.isDefault()) {
      here = inspector;
    }
    ProofLoop before = loop(cluster);
    ProofLoop loop =
        loop(inspector, cluster.isDefault() ? new DefaultReach() : new FurtherReach(cluster));
    // Never by way of those without a kubeconfig: this one has one.
    if (loops.put(cluster, loop) != null) {
      before.close();
    }
    move(cluster, before, loop);
    // The default one waits until its namespaces are known, which spares it many looks.
    if (open && !cluster.isDefault()) {
      loop.open();
    }
  }

  /** From now on a cluster cannot be asked any more. */
  public void leave(ClusterName cluster) {
    ProofLoop loop = loops.remove(cluster);
    if (loop != null) {
      loop.close();
      move(cluster, loop, lost);
      if (missing.remove(cluster) != null) {
        tellOfFurther();
      }
    }
  }

  /**
   * Whether every further cluster that can be reached is known.
   *
   * @param known false while some may be missing
   */
  public void allKnown(boolean known) {
    allKnown = known;
  }

  /**
   * From now on somebody can say that a cluster is gone.
   *
   * @param said whether somebody has
   */
  public void witness(Predicate<ClusterName> said) {
    saidGone = said;
  }

  /** True when two witnesses say that a cluster is gone, and everything in it with it. */
  public boolean isGone(ClusterName cluster) {
    return lost(cluster).isPresent();
  }

  /** What says that a cluster is gone, in one sentence; empty while it may be there. */
  public Optional<String> lost(ClusterName cluster) {
    return !loops.containsKey(cluster)
            && witnesses.of(cluster) instanceof Verdict.Gone(var evidence, var swept, var unlisted)
        ? Optional.of(evidence.getFirst())
        : Optional.empty();
  }

  /** The namespace of that name is gone in a cluster, or looks different. */
  public void namespaceChanged(ClusterName cluster, WorkspaceId workspace) {
    loop(cluster).namespaceChanged(workspace);
  }

  /** The log has been read to its end. */
  public void open() {
    open = true;
    lost.open();
    loops.forEach(
        (cluster, loop) -> {
          if (!cluster.isDefault()) {
            loop.open();
          }
        });
  }

  /** The namespaces of the default cluster are known too. */
  public void openDefault() {
    loop(ClusterName.DEFAULT).open();
  }

  /** Nothing more is looked for. */
  public void close() {
    open = false;
    lost.close();
    loops.values().forEach(ProofLoop::close);
  }

  private ProofLoop loop(Inspector inspector, Reach reach) {
    return new ProofLoop(inspector, commands, turns, clock, reach, meters);
  }

  private ProofLoop loop(ClusterName cluster) {
    return loops.getOrDefault(cluster, lost);
  }

  private void move(ClusterName cluster, ProofLoop from, ProofLoop to) {
    List<Map.Entry<WorkspaceId, Tenure>> moved =
        destroyed.entrySet().stream()
            .filter(entry -> entry.getValue().cluster().equals(cluster))
            .toList();
    moved.forEach(entry -> from.changed(entry.getKey(), entry.getValue().elsewhere()));
    moved.forEach(entry -> to.changed(entry.getKey(), entry.getValue()));
  }

  private void tellOfFurther() {
    missing.values().stream()
        .findFirst()
        .ifPresentOrElse(
            why -> health.readyBut(FURTHER_CHECK, why), () -> health.ready(FURTHER_CHECK));
  }

  /** Before it is known how the default cluster is asked. */
  private static final class NobodyAsked implements Inspector {
    @Override
    public Optional<Verdict.Held> held(Candidate candidate) {
      return Optional.empty();
    }

    @Override
    public Future<Map<WorkspaceId, Verdict>> inspect(List<Candidate> candidates) {
      return Future.failedFuture("the default cluster is not in use yet");
    }
  }

  /** Without the default cluster this process cannot do its work. */
  private final class DefaultReach implements Reach {
    @Override
    public void answers() {
      health.ready(ProofLoop.CHECK);
    }

    @Override
    public void doesNotAnswer(String why) {
      health.notReady(ProofLoop.CHECK, why);
    }
  }

  /** Without another one it can do the rest. */
  private final class FurtherReach implements Reach {
    private final ClusterName cluster;

    FurtherReach(ClusterName cluster) {
      this.cluster = cluster;
    }

    @Override
    public void answers() {
      missing.remove(cluster);
      tellOfFurther();
    }

    @Override
    public void doesNotAnswer(String why) {
      missing.put(cluster, cluster + ": " + why);
      tellOfFurther();
    }
  }
}
