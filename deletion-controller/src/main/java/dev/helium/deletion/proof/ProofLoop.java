package dev.helium.deletion.proof;

import dev.helium.deletion.Alarm;
import dev.helium.deletion.Attempt;
import dev.helium.deletion.CommandSink;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.Backoff;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for each destroyed workspace whether it is gone, until it is, and then says so.
 *
 * <p>Looks are made for many workspaces at once, one such look at a time, and after each there is a
 * rest of {@value #REST} times as long, and a longer one when many come at once, who then share a
 * look: proving takes a fraction of what the API server can do while it deletes. A workspace is
 * looked for at once when it is destroyed and when its namespace is seen to go, and otherwise again
 * and again with growing pauses. A cluster that does not answer proves nothing.
 *
 * <p>All methods belong to the thread of the turns.
 */
final class ProofLoop {
  static final String CHECK = "cluster can be asked";

  static final int REST = 3;
  static final int MOST_AT_ONCE = 100;
  static final Duration LONGEST_REST = Duration.ofSeconds(2);

  /** So many in one look are a backlog, where nobody waits for a single one. */
  static final int MANY = 10;

  static final Duration REST_OF_MANY = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(ProofLoop.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), LONGEST_PAUSE);

  private final Inspector inspector;
  private final CommandSink commands;
  private final Turns turns;
  private final InstantSource clock;
  private final Reach reach;
  private final ProofMeters meters;
  private final WaitingRoom waiting = new WaitingRoom(LONGEST_PAUSE);
  private final HoldReports reports;
  private final Alarm alarm;
  private boolean open;
  private boolean looking;
  private Instant rested = Instant.MIN;

  ProofLoop(
      Inspector inspector,
      CommandSink commands,
      Turns turns,
      InstantSource clock,
      Reach reach,
      ProofMeters meters) {
    this.inspector = inspector;
    this.commands = commands;
    this.turns = turns;
    this.alarm = new Alarm(turns);
    this.clock = clock;
    this.reach = reach;
    this.meters = meters;
    meters.watch(waiting);
    this.reports = new HoldReports(commands, turns, clock);
  }

  /** Takes in what the log now says of a workspace. */
  void changed(WorkspaceId workspace, Tenure tenure) {
    if (tenure.stage() == Tenure.Stage.DESTROYED) {
      Candidate candidate = Candidate.of(workspace, tenure);
      waiting.admit(candidate, clock.instant());
      reports.begin(candidate, tenure.leaving().holdup());
    } else {
      waiting.dismiss(workspace);
      reports.end(workspace);
    }
    act();
  }

  /** The namespace of that name is gone, or looks different. */
  void namespaceChanged(WorkspaceId workspace) {
    waiting.call(workspace, clock.instant());
    act();
  }

  /** The log has been read to its end, and the namespaces of the cluster are known. */
  void open() {
    open = true;
    reports.open();
    act();
  }

  /** Nothing more is looked for. */
  void close() {
    open = false;
    reports.close();
    meters.forget(waiting);
    alarm.clear();
  }

  private void act() {
    if (!open || looking) {
      return;
    }
    Instant now = clock.instant();
    Instant rest = Alarm.endOfPause(now, rested, REST_OF_MANY);
    if (now.isBefore(rest)) {
      arm(now, rest);
      return;
    }
    List<Waiting> batch = new ArrayList<>();
    while (batch.size() < MOST_AT_ONCE) {
      Optional<Waiting> next = waiting.next(now);
      if (next.isEmpty()) {
        break;
      }
      Optional<Verdict.Held> held = inspector.held(next.get().candidate());
      if (held.isPresent()) {
        hold(next.get(), held.get(), now);
      } else {
        batch.add(next.get());
      }
    }
    if (batch.isEmpty()) {
      waiting.nextLook(now).ifPresent(next -> arm(now, next));
      return;
    }
    look(batch, now);
  }

  private void arm(Instant now, Instant until) {
    alarm.set(Alarm.until(now, until), this::act);
  }

  private void look(List<Waiting> batch, Instant began) {
    looking = true;
    Attempt.of(() -> inspector.inspect(batch.stream().map(Waiting::candidate).toList()))
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      Instant now = clock.instant();
                      Duration took = Duration.between(began, now);
                      meters.looked(took);
                      looking = false;
                      if (!open) {
                        return;
                      }
                      rested = now.plus(rest(took, batch.size()));
                      if (result.succeeded()) {
                        reach.answers();
                        batch.forEach(entry -> judge(entry, result.result(), now));
                      } else {
                        unanswered(batch, result.cause(), now);
                      }
                      act();
                    }));
  }

  private static Duration rest(Duration took, int looked) {
    // A full look means that others wait already.
    if (looked >= MANY && looked < MOST_AT_ONCE) {
      return REST_OF_MANY;
    }
    // Bounded because a clock that is set during a look makes it seem endless.
    Duration rest = took.isNegative() ? Duration.ZERO : took.multipliedBy(REST);
    return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
  }

  private void unanswered(List<Waiting> batch, Throwable cause, Instant now) {
    String why = "the cluster could not be asked: " + cause.getClass().getSimpleName();
    reach.doesNotAnswer(why);
    LOG.atWarn()
        .addKeyValue("workspaces", batch.size())
        .addKeyValue("failure", cause.toString())
        .log("the cluster could not be asked; nothing is confirmed and it is asked again");
    batch.forEach(entry -> hold(entry, new Verdict.Held(List.of(why)), now));
  }

  private void judge(Waiting entry, Map<WorkspaceId, Verdict> verdicts, Instant now) {
    if (!waiting.has(entry)) {
      // The log has gone on since the look began.
      return;
    }
    switch (verdicts.get(entry.candidate().workspace())) {
      case Verdict.Gone gone -> confirm(entry, gone, now);
      case Verdict.Held held -> hold(entry, held, now);
    }
  }

  private void hold(Waiting entry, Verdict.Held held, Instant now) {
    if (!entry.by().equals(held.by())) {
      LOG.atInfo()
          .addKeyValue("workspace", entry.candidate().workspace())
          .addKeyValue("by", String.join("; ", held.by()))
          .log("not gone yet");
    }
    reports.see(entry.candidate(), held.by());
    waiting.hold(entry, held.by(), now.plus(BACKOFF.pauseAfter(entry.looks() + 1)));
  }

  private void confirm(Waiting entry, Verdict.Gone gone, Instant now) {
    Candidate candidate = entry.candidate();
    Command.ConfirmDeletion command =
        new Command.ConfirmDeletion(
            // With the instant, as a life can end twice: what turns up later is swept.
            new CommandId(
                "confirm-"
                    + candidate.workspace()
                    + "-"
                    + candidate.incarnation()
                    + "-"
                    + candidate.destroyed().toEpochMilli()),
            candidate.workspace(),
            Receipts.of(candidate, gone, now));
    waiting.pause(entry);
    Attempt.of(() -> commands.append(command))
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      if (result.succeeded()) {
                        confirmed(entry);
                      } else {
                        unsaid(entry, result.cause());
                      }
                      act();
                    }));
  }

  private void confirmed(Waiting entry) {
    waiting.dismiss(entry);
    reports.end(entry.candidate().workspace());
    meters.confirmed(entry.candidate());
    LOG.atInfo()
        .addKeyValue("workspace", entry.candidate().workspace())
        .addKeyValue("incarnation", entry.candidate().incarnation())
        .log("nothing is left of it; confirmed");
  }

  /** The proof is made anew: what is confirmed shall have been looked at just before. */
  private void unsaid(Waiting entry, Throwable cause) {
    LOG.atWarn()
        .addKeyValue("workspace", entry.candidate().workspace())
        .addKeyValue("failure", cause.toString())
        .log("a confirmation could not be appended and is made again");
    hold(entry, new Verdict.Held(List.of("the log does not take commands")), clock.instant());
  }
}
