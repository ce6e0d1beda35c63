package dev.helium.deletion.recurring;

import dev.helium.deletion.CommandSink;
import dev.helium.deletion.append.SteadyAppender;
import dev.helium.deletion.clock.TrustedClock;
import dev.helium.deletion.recurring.Generation.Standing;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for a workspace at each instant of a recurrence, and for the deletion of those before when
 * it has been ready. One that fails replaces nothing.
 *
 * <p>Of the instants that passed while nobody looked only the last is made up for, and none before
 * the first that was seen to be made. While the clock is not trusted nothing is made: one of a day
 * that has not come would replace those of every day before. What made a cluster in which others
 * live is replaced when the last of them is gone. All methods belong to the thread of the turns.
 */
public final class RecurringLoop {
  public static final String CHECK = "recurring workspaces are made";

  static final Duration NAP = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(RecurringLoop.class);
  private static final int MOST_SAID = 5;

  private final List<Generations> all;
  private final SteadyAppender appender;
  private final Turns turns;
  private final TrustedClock clock;
  private final Predicate<WorkspaceId> hosts;
  private final Health health;
  private final Map<Generations, Instant> next = new HashMap<>();
  private final Set<CommandId> asked = new HashSet<>();
  private Instant begun = Instant.MAX;
  private Instant ticked = Instant.MIN;
  private boolean open;

  /**
   * Acts on nothing before it is opened.
   *
   * @param hosts whether others live in the cluster that a workspace made
   */
  public RecurringLoop(
      List<Recurrence> recurrences,
      CommandSink commands,
      Turns turns,
      TrustedClock clock,
      Predicate<WorkspaceId> hosts,
      Health health) {
    this.all = recurrences.stream().map(Generations::new).toList();
    this.turns = turns;
    this.clock = clock;
    this.hosts = hosts;
    this.health = health;
    this.appender =
        new SteadyAppender(commands, turns, why -> health.notReady(CHECK, why), this::say);
    if (!all.isEmpty()) {
      health.expect(CHECK);
    }
  }

  /** Takes in an event of the log. */
  public void learn(EventRecord record) {
    for (Generations generations : all) {
      if (generations.learn(record)) {
        changed(generations);
      }
    }
  }

  /** The log has been read to its end. */
  public void open() {
    if (all.isEmpty()) {
      return;
    }
    open = true;
    say();
    tick();
  }

  /** Nothing more is asked for. */
  public void close() {
    open = false;
  }

  private void tick() {
    if (!open) {
      return;
    }
    clock.now().ifPresent(this::makeDue);
    all.forEach(this::replace);
    turns.after(NAP, this::tick);
  }

  private void makeDue(Instant now) {
    if (begun.equals(Instant.MAX)) {
      begun = now;
    }
    if (now.isBefore(ticked)) {
      // The clock was set back: what comes next is to be found anew.
      next.clear();
    }
    ticked = now;
    all.forEach(
        generations -> {
          if (!next.getOrDefault(generations, Instant.MIN).isAfter(now)) {
            make(generations, now);
            next.put(generations, following(generations, now));
          }
        });
  }

  private static Instant following(Generations generations, Instant now) {
    return generations
        .recurrence()
        .schedule()
        .next(now)
        .map(ZonedDateTime::toInstant)
        .orElse(Instant.MAX);
  }

  private void make(Generations generations, Instant now) {
    Recurrence recurrence = generations.recurrence();
    Optional<ZonedDateTime> due =
        recurrence
            .schedule()
            .latest(now)
            .filter(instant -> instant.toLocalDateTime().isAfter(last(generations, now)));
    if (due.isEmpty()) {
      return;
    }
    generations.ask(due.get().toLocalDateTime());
    if (!recurrence.lifetime().isZero()
        && !due.get().toInstant().plus(recurrence.lifetime()).isAfter(now)) {
      LOG.atWarn()
          .addKeyValue("recurrence", recurrence.name())
          .addKeyValue("due", due.get())
          .log("a workspace was due so long ago that its time would be up; it is not made");
      return;
    }
    Command.Create create = recurrence.create(due.get());
    LOG.atInfo().addKeyValue("workspace", create.workspace()).log("asks for a recurring workspace");
    appender.append(create, () -> open, () -> {});
  }

  /** By the clock of its zone: what a change of clocks repeats is made once. */
  private LocalDateTime last(Generations generations, Instant now) {
    ZonedDateTime here = now.atZone(generations.recurrence().schedule().zone());
    return generations
        .latest(here.toLocalDateTime())
        .orElseGet(() -> begun.atZone(here.getZone()).toLocalDateTime());
  }

  private void changed(Generations generations) {
    if (open) {
      failure(generations).ifPresent(failure -> LOG.atWarn().log(failure));
      replace(generations);
      say();
    }
  }

  private void replace(Generations generations) {
    for (Generation old : generations.replaced()) {
      if (hosts.test(old.workspace())) {
        continue;
      }
      Command.Delete delete =
          new Command.Delete(
              new CommandId("replaced-" + old.workspace() + "-" + old.incarnation()),
              old.workspace(),
              Recurrence.REQUESTER + ", as a newer one is ready",
              new DeletionReason.Requested());
      if (asked.add(delete.id())) {
        LOG.atInfo()
            .addKeyValue("workspace", old.workspace())
            .log("a newer one is ready; asks for the deletion of the old one");
        appender.append(
            delete,
            () -> open && isReplaced(generations, old) && !hosts.test(old.workspace()),
            () -> {},
            () -> asked.remove(delete.id()));
      }
    }
  }

  private static boolean isReplaced(Generations generations, Generation old) {
    return generations.replaced().stream().anyMatch(one -> one.workspace().equals(old.workspace()));
  }

  private void say() {
    List<String> failed = all.stream().map(this::failure).flatMap(Optional::stream).toList();
    if (failed.isEmpty()) {
      health.ready(CHECK);
    } else {
      health.readyBut(CHECK, failed.stream().limit(MOST_SAID).collect(Collectors.joining("; ")));
    }
  }

  private Optional<String> failure(Generations generations) {
    return generations
        .newest()
        .filter(newest -> newest.standing() == Standing.FAILED)
        .map(
            newest -> {
              List<Generation> kept = generations.before(newest);
              return newest.workspace()
                  + " failed"
                  + (kept.isEmpty() ? "" : ", " + kept.getLast().workspace() + " is kept");
            });
  }
}
