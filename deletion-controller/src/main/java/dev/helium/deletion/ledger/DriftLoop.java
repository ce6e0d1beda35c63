package dev.helium.deletion.ledger;

import dev.helium.deletion.Alarm;
import dev.helium.deletion.Attempt;
import dev.helium.deletion.tenure.Life;
import dev.helium.deletion.tenure.Lives;
import dev.helium.deletion.tenure.Tenures;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Command;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Turns;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports at once that the namespace of a living workspace was removed, where a sweep would find it
 * only in its time.
 *
 * <p>What a watch says is a reason to look and no more: the namespace is asked for by name, and
 * after the policy's pause once more, with the log read to its end after each look. What is done
 * about it is decided by the sweep, which sees how many are missing.
 *
 * <p>All methods belong to the thread of the turns.
 */
public final class DriftLoop {
  /** More that change at once are left to the sweep. */
  static final int MOST = 1_000;

  private static final Duration LONGEST_LOOK = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(DriftLoop.class);

  private record Place(ClusterName cluster, String namespace) {}

  private record Made(WorkspaceId workspace, int attempt) {}

  private final Lives lives;
  private final Tenures tenures;
  private final Supplier<Map<ClusterName, ClusterLook>> looks;
  private final Supplier<Future<Void>> upToNow;
  private final Requests requests;
  private final Duration confirmation;
  private final Turns turns;
  private final Alarm alarm;
  private final Set<Place> doubted = new HashSet<>();
  private boolean open;
  private boolean looking;

  /**
   * Looks at nothing before it is opened.
   *
   * @param looks how each cluster that is known is asked
   * @param upToNow completes when all that is in the log by now has been learned
   * @param confirmation between the two looks that have to agree
   */
  public DriftLoop(
      Lives lives,
      Tenures tenures,
      Supplier<Map<ClusterName, ClusterLook>> looks,
      Supplier<Future<Void>> upToNow,
      Requests requests,
      Duration confirmation,
      Turns turns) {
    this.lives = lives;
    this.tenures = tenures;
    this.looks = looks;
    this.upToNow = upToNow;
    this.requests = requests;
    this.confirmation = confirmation;
    this.turns = turns;
    this.alarm = new Alarm(turns);
  }

  /** The namespace of that name is gone, or looks different. */
  public void namespaceChanged(ClusterName cluster, WorkspaceId namespace) {
    Place place = new Place(cluster, namespace.value());
    if (open && doubted.size() < MOST && expected(place).isPresent()) {
      doubted.add(place);
      look();
    }
  }

  /** The log has been read to its end, and the namespaces of the cluster are known. */
  public void open() {
    open = true;
  }

  /** Nothing more is looked at or asked for. */
  public void close() {
    open = false;
    alarm.clear();
  }

  private void look() {
    if (looking || doubted.isEmpty()) {
      return;
    }
    looking = true;
    Set<Place> asked = Set.copyOf(doubted);
    doubted.clear();
    missing(
        asked,
        first -> {
          if (first.isEmpty()) {
            end();
          } else {
            alarm.set(confirmation, () -> verify(first));
          }
        });
  }

  private void verify(Map<Place, Made> first) {
    missing(
        first.keySet(),
        second -> {
          second.forEach(
              (place, made) -> {
                if (made.equals(first.get(place))) {
                  report(made.workspace());
                }
              });
          end();
        });
  }

  private void report(WorkspaceId workspace) {
    Life life = lives.of(workspace);
    Command.ReportDrift report = Repair.report(workspace, life);
    LOG.atWarn()
        .addKeyValue("workspace", workspace)
        .addKeyValue("what", report.what())
        .log("something of a living workspace was removed");
    requests.ask(List.of(report));
  }

  private void end() {
    looking = false;
    look();
  }

  /** Goes on in a turn, unless it is closed by then. */
  private void missing(Set<Place> places, Consumer<Map<Place, Made>> next) {
    Map<ClusterName, Set<String>> names =
        places.stream()
            .collect(
                Collectors.groupingBy(
                    Place::cluster, Collectors.mapping(Place::namespace, Collectors.toSet())));
    List<Future<Set<Place>>> answers =
        names.entrySet().stream().map(entry -> absent(entry.getKey(), entry.getValue())).toList();
    Future.join(answers)
        // What was asked of a cluster that nobody asks any more may never be answered.
        .timeout(LONGEST_LOOK.toSeconds(), TimeUnit.SECONDS)
        .compose(ignored -> Attempt.of(upToNow))
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      if (!open) {
                        return;
                      }
                      if (result.succeeded()) {
                        next.accept(made(answers));
                      } else {
                        leave(result.cause());
                        next.accept(Map.of());
                      }
                    }));
  }

  /** A cluster that does not answer shows nothing to be missing. */
  private Future<Set<Place>> absent(ClusterName cluster, Set<String> names) {
    ClusterLook look = looks.get().get(cluster);
    if (look == null) {
      return Future.succeededFuture(Set.of());
    }
    return Attempt.of(() -> look.named(names))
        .map(
            found ->
                names.stream()
                    .filter(name -> !found.containsKey(name))
                    .map(name -> new Place(cluster, name))
                    .collect(Collectors.toUnmodifiableSet()))
        .otherwise(
            failure -> {
              leave(failure);
              return Set.of();
            });
  }

  private Map<Place, Made> made(List<Future<Set<Place>>> answers) {
    Map<Place, Made> made = new HashMap<>();
    answers.stream()
        .flatMap(answer -> answer.result().stream())
        .forEach(
            place ->
                expected(place)
                    .ifPresent(
                        workspace ->
                            made.put(place, new Made(workspace, lives.of(workspace).attempt()))));
    return made;
  }

  /** Whose namespace has to be there, if this process acts for it. */
  private Optional<WorkspaceId> expected(Place place) {
    return lives
        .inNamespace(place.cluster(), place.namespace())
        .filter(workspace -> lives.of(workspace).stage() == Life.Stage.PROVISIONED)
        .filter(tenures::isOwn);
  }

  private static void leave(Throwable failure) {
    LOG.atWarn()
        .addKeyValue("failure", failure.toString())
        .log("a namespace that may be missing could not be asked for and is left to the sweep");
  }
}
