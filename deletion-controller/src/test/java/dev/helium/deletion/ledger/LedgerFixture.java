package dev.helium.deletion.ledger;

import dev.helium.deletion.Samples;
import dev.helium.deletion.ledger.LedgerPolicy.OnDrift;
import dev.helium.deletion.ledger.LedgerPolicy.OnOrphan;
import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.deletion.tenancy.Tenancy;
import dev.helium.deletion.tenure.Lives;
import dev.helium.deletion.tenure.Tenures;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Command;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.LedgerEntry;
import dev.helium.domain.LedgerSweep;
import dev.helium.domain.Orphan;
import dev.helium.domain.OrphanKind;
import dev.helium.domain.WorkspaceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ledger over a cluster, state files and a log that are as a test says. */
final class LedgerFixture implements Surveyor, Writer {
  static final Duration INTERVAL = Duration.ofMinutes(3);
  static final Duration CONFIRMATION = Duration.ofSeconds(5);
  static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final Map<Side, String> SILENT =
      Map.of(Side.NAMESPACES, "it could not be read", Side.OBJECTS, "it could not be read");

  final ManualTurns turns = new ManualTurns();
  final Map<String, NamespaceFacts> namespaces = new HashMap<>();
  final Map<WorkspaceId, Set<String>> objects = new HashMap<>();
  final List<String> unlisted = new ArrayList<>();
  final Set<String> stacks = new HashSet<>();
  final Map<Side, String> unseen = new EnumMap<>(Side.class);

  /** Further clusters, and what stands in each. */
  final Map<ClusterName, Map<String, NamespaceFacts>> further = new HashMap<>();

  /** Of those, the ones that do not answer. */
  final Set<ClusterName> silent = new HashSet<>();

  /** Those that are proven gone. */
  final Set<ClusterName> gone = new HashSet<>();

  final List<Command> commands = new ArrayList<>();

  /** Of those that are not in the first one, which is this process's. */
  final Map<WorkspaceId, Integer> partitions = new HashMap<>();

  final Tenures tenures =
      new Tenures((workspace, life) -> tenancy().lives(workspace, life), (workspace, tenure) -> {});
  boolean logAway;
  boolean clusterAway;
  int surveys;

  private final Map<String, LedgerEntry> topic = new HashMap<>();
  private final Map<WorkspaceId, Long> sequences = new HashMap<>();
  private final Lives lives = new Lives(tenures);
  private final Tenancy tenancy =
      new Tenancy(tenures::own, (workspace, tenure) -> {}, turns, new SimpleMeterRegistry());
  private Runnable beforeLogIsRead = () -> {};
  private LedgerLoop loop = loop(OnOrphan.REPORT, OnDrift.REPORT);

  LedgerFixture() {
    tenures.take(0);
  }

  LedgerLoop loop() {
    return loop;
  }

  void policy(OnOrphan orphans, OnDrift drift) {
    loop = loop(orphans, drift);
  }

  /** Another controller, which knows the log. */
  void restart() {
    loop.close();
    turns.settle();
    policy(OnOrphan.REPORT, OnDrift.REPORT);
  }

  void says(WorkspaceId workspace, LifecycleEvent... events) {
    for (LifecycleEvent event : events) {
      long sequence = sequences.merge(workspace, 1L, Long::sum);
      tenures.learn(
          Samples.record(workspace, sequence, event), partitions.getOrDefault(workspace, 0));
    }
  }

  void namespace(String name, String workspace, String incarnation) {
    namespaces.put(
        name, new NamespaceFacts(name, workspace, incarnation, Samples.NOW, false, List.of()));
  }

  /** The cluster is known from then on. */
  void namespaceIn(ClusterName cluster, String name, String workspace, String incarnation) {
    further
        .computeIfAbsent(cluster, ignored -> new HashMap<>())
        .put(name, new NamespaceFacts(name, workspace, incarnation, Samples.NOW, false, List.of()));
  }

  void beforeLogIsRead(Runnable event) {
    beforeLogIsRead = event;
  }

  /** The first look is made. */
  void open() {
    loop.open();
    turns.settle();
  }

  /** Both looks are made, and what follows from them. */
  void sweep() {
    open();
    pass(CONFIRMATION);
  }

  void pass(Duration time) {
    turns.pass(time);
    turns.pass(CONFIRMATION);
  }

  List<Orphan> orphans() {
    return topic.values().stream()
        .filter(Orphan.class::isInstance)
        .map(Orphan.class::cast)
        .toList();
  }

  Orphan orphan(OrphanKind kind) {
    return orphans().stream().filter(orphan -> orphan.kind() == kind).findFirst().orElseThrow();
  }

  Instant sweptAt() {
    return ((LedgerSweep) topic.get(LedgerSweep.KEY)).endedAt();
  }

  List<LedgerSweep.Direction> directions() {
    return ((LedgerSweep) topic.get(LedgerSweep.KEY)).directions();
  }

  @Override
  public Future<Picture> survey(Set<String> lived) {
    surveys++;
    return look();
  }

  @Override
  public Future<Picture> verify(Map<ClusterName, Question> questions) {
    return look();
  }

  @Override
  public Future<Map<String, LedgerEntry>> read() {
    return Future.succeededFuture(Map.copyOf(topic));
  }

  @Override
  public Future<Void> put(LedgerEntry entry) {
    topic.put(entry.key(), entry);
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> remove(String key) {
    topic.remove(key);
    return Future.succeededFuture();
  }

  private Tenancy tenancy() {
    return tenancy;
  }

  private Future<Picture> look() {
    return clusterAway
        ? Future.failedFuture("the cluster is away")
        : Future.succeededFuture(
            new Picture(clusters(), stacks, unseen.getOrDefault(Side.STACKS, "")));
  }

  private Map<ClusterName, ClusterPicture> clusters() {
    Map<ClusterName, ClusterPicture> clusters = new HashMap<>();
    clusters.put(
        ClusterName.DEFAULT,
        new ClusterPicture(namespaces, new LabelledObjects(objects, unlisted), unseen));
    further.forEach(
        (cluster, found) ->
            clusters.put(
                cluster,
                silent.contains(cluster)
                    ? new ClusterPicture(Map.of(), LabelledObjects.NONE, SILENT)
                    : new ClusterPicture(found, LabelledObjects.NONE, Map.of())));
    return clusters;
  }

  private LedgerLoop loop(OnOrphan orphans, OnDrift drift) {
    return new LedgerLoop(
        lives,
        tenures,
        tenancy::hasTenants,
        gone::contains,
        this,
        () -> {
          beforeLogIsRead.run();
          beforeLogIsRead = () -> {};
          return Future.succeededFuture();
        },
        this,
        new Requests(this::append, turns),
        new LedgerPolicy(orphans, drift, INTERVAL, CONFIRMATION, PATIENCE),
        turns,
        turns,
        new SimpleMeterRegistry());
  }

  private Future<Void> append(Command command) {
    if (logAway) {
      return Future.failedFuture("the log is away");
    }
    commands.add(command);
    return Future.succeededFuture();
  }
}
