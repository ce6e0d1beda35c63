package dev.helium.deletion.ledger;

import dev.helium.deletion.Alarm;
import dev.helium.deletion.Attempt;
import dev.helium.deletion.tenure.Lives;
import dev.helium.deletion.tenure.Tenures;
import dev.helium.domain.ClusterName;
import dev.helium.domain.LedgerEntry;
import dev.helium.domain.Orphan;
import dev.helium.service.Turns;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares log, clusters and state files again and again, one sweep at a time with a rest between
 * them, and keeps the ledger of what they do not agree about.
 *
 * <p>What is found has to be found again some seconds later, of the same life in the same stage,
 * with the log read to its end after each look: what is on its way is no finding. A sweep that
 * fails changes nothing and is made again.
 *
 * <p>Of several processes each compares everything and keeps the entries, and asks for the repairs,
 * of the workspaces that it acts for. All methods belong to the thread of the turns.
 */
public final class LedgerLoop {
  static final int MOST = 1_000;

  /** Longer than any look takes. */
  private static final Duration LONGEST_STEP = Duration.ofMinutes(30);

  private static final Logger LOG = LoggerFactory.getLogger(LedgerLoop.class);

  private final Surveyor surveyor;
  private final Supplier<Future<Void>> upToNow;
  private final Writer writer;
  private final LedgerPolicy policy;
  private final Turns turns;
  private final InstantSource clock;
  private final LedgerMeters meters;
  private final Requests requests;
  private final Lives lives;
  private final Tenures tenures;
  private final Predicate<String> hosts;
  private final Predicate<ClusterName> gone;
  private Map<String, Orphan> known = Map.of();
  private final Alarm alarm;
  private boolean open;

  /**
   * Looks at nothing before it is opened.
   *
   * @param lives what the log says; learned in the same turns
   * @param tenures which workspaces this process acts for; learned in the same turns
   * @param hosts whether others live in the cluster that the workspace of a name made
   * @param gone whether a cluster is proven gone, so that nothing can be in it any more
   * @param upToNow completes when all that is in the log by now has been learned
   */
  public LedgerLoop(
      Lives lives,
      Tenures tenures,
      Predicate<String> hosts,
      Predicate<ClusterName> gone,
      Surveyor surveyor,
      Supplier<Future<Void>> upToNow,
      Writer writer,
      Requests requests,
      LedgerPolicy policy,
      Turns turns,
      InstantSource clock,
      MeterRegistry registry) {
    this.lives = lives;
    this.tenures = tenures;
    this.hosts = hosts;
    this.gone = gone;
    this.surveyor = surveyor;
    this.upToNow = upToNow;
    this.writer = writer;
    this.policy = policy;
    this.turns = turns;
    this.alarm = new Alarm(turns);
    this.clock = clock;
    this.meters = new LedgerMeters(registry, clock);
    this.requests = requests;
  }

  /** The log has been read to its end, and the namespaces of the cluster are known. */
  public void open() {
    open = true;
    sweep();
  }

  /** Nothing more is looked at or asked for. */
  public void close() {
    open = false;
    alarm.clear();
  }

  private void sweep() {
    if (!tenures.hasOwn()) {
      again(policy.confirmation());
      return;
    }
    meters.began(clock.instant());
    then(
        writer::read,
        entries -> {
          known = orphans(entries);
          then(() -> looked(surveyor.survey(lives.lived())), this::doubt);
        });
  }

  /** Neither a restart nor another process that takes over must forget since when it is known. */
  private static Map<String, Orphan> orphans(Map<String, LedgerEntry> entries) {
    Map<String, Orphan> orphans = new HashMap<>();
    entries.forEach(
        (key, entry) -> {
          if (entry instanceof Orphan orphan) {
            orphans.put(key, orphan);
          }
        });
    return orphans;
  }

  /** The log is read to its end after what was seen, so that it says all that led to it. */
  private Future<Picture> looked(Future<Picture> look) {
    return look.compose(picture -> upToNow.get().map(picture));
  }

  private void doubt(Picture first) {
    List<Suspect> all = compare(first);
    if (all.isEmpty()) {
      end(first, first, List.of(), new Extent(Set.of(), 0));
      return;
    }
    List<Suspect> suspects = all.stream().limit(MOST).toList();
    // Of all: of those that are left after the cut it may never be too many that are missing.
    Extent extent = new Extent(Doubts.ofClusters(all, lives), all.size() - suspects.size());
    alarm.set(policy.confirmation(), () -> verify(first, suspects, extent));
  }

  /**
   * How far it went at the first look.
   *
   * @param doubted clusters of which so much is missing that they are not believed
   * @param beyond how many suspects were more than can be looked at
   */
  private record Extent(Set<ClusterName> doubted, int beyond) {}

  private void verify(Picture first, List<Suspect> suspects, Extent extent) {
    Set<Suspect.Identity> before =
        suspects.stream().map(Suspect::identity).collect(Collectors.toUnmodifiableSet());
    then(
        () -> looked(surveyor.verify(Doubts.questions(first, suspects))),
        second ->
            end(
                first,
                second,
                compare(second).stream()
                    .filter(suspect -> before.contains(suspect.identity()))
                    .toList(),
                extent));
  }

  private List<Suspect> compare(Picture picture) {
    return new Comparison(lives, picture, clock.instant(), policy.patience()).suspects();
  }

  private void end(Picture first, Picture second, List<Suspect> confirmed, Extent extent) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Suspect> own =
        confirmed.stream().filter(suspect -> tenures.isOwn(suspect.workspace())).toList();
    Map<String, Orphan> before = new HashMap<>(known);
    before.values().removeIf(orphan -> !tenures.isOwn(orphan.workspace()));
    Map<Suspect, Repair> repairs = new LinkedHashMap<>();
    own.forEach(
        suspect ->
            repairs.put(
                suspect,
                Repair.of(
                    suspect,
                    policy,
                    new Repair.Circumstances(
                        extent.doubted().contains(suspect.cluster()),
                        hosts.test(suspect.workspace()),
                        now))));
    LedgerPage page =
        new LedgerPage(before, first, second, now, clusters(first, before), extent.beyond())
            .with(repairs);
    then(
        () -> page.write(writer),
        ignored -> {
          page.news(before).forEach(LedgerLoop::tell);
          meters.ended(clock.instant(), page.orphans().values());
          repairs.values().forEach(repair -> requests.ask(repair.commands()));
          again(policy.interval());
        });
  }

  /** Those that were looked at, and those in which something lives or was found. */
  private Set<ClusterName> clusters(Picture first, Map<String, Orphan> before) {
    Set<ClusterName> clusters = new HashSet<>(lives.clusters());
    before.values().forEach(orphan -> clusters.add(new ClusterName(orphan.cluster())));
    clusters.removeIf(gone);
    clusters.addAll(first.clusters().keySet());
    return clusters;
  }

  private static void tell(Orphan orphan) {
    LOG.atWarn()
        .addKeyValue("kind", orphan.kind().word())
        .addKeyValue("cluster", orphan.cluster())
        .addKeyValue("name", orphan.name())
        .addKeyValue("workspace", orphan.workspace())
        .addKeyValue("evidence", String.join("; ", orphan.evidence()))
        .addKeyValue("repair", orphan.repair())
        .log("log, cluster and state files do not agree");
  }

  private void again(Duration pause) {
    if (open) {
      alarm.set(pause, this::sweep);
    }
  }

  /**
   * Goes on in a turn of its own; a failure ends the sweep, and the next one is due in its time.
   */
  private <T> void then(Supplier<Future<T>> step, Consumer<T> next) {
    if (!open) {
      return;
    }
    Attempt.of(step)
        // What was asked of a cluster that nobody asks any more may never be answered.
        .timeout(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS)
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      if (!open) {
                        return;
                      }
                      if (result.succeeded()) {
                        next.accept(result.result());
                      } else {
                        meters.failed();
                        LOG.atWarn()
                            .addKeyValue("failure", result.cause().toString())
                            .log("a sweep could not be made; the ledger stays and is swept again");
                        again(policy.interval());
                      }
                    }));
  }
}
