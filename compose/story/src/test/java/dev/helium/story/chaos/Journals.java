package dev.helium.story.chaos;

import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Receipt;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.story.chaos.journal.Journal;
import dev.helium.story.chaos.journal.Logged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Logs that are made up, an entry each second. */
public final class Journals {
  public static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
  public static final Instant LATER = START.plusSeconds(1_000_000);
  private static final WorkspaceSpec SPEC = new WorkspaceSpec("namespace", Map.of(), Map.of());
  public static final WorkspaceId NAME = new WorkspaceId("chaos-01");

  private final List<Logged<Command>> commands = new ArrayList<>();
  private final List<Logged<EventRecord>> events = new ArrayList<>();
  private long sequence;
  private long fence = 1;

  public static Event created(int life, int attempt) {
    return new Event.Created(life, attempt, SPEC, "user", LATER);
  }

  public static Event provisioned(int attempt) {
    return new Event.Provisioned(attempt, Map.of());
  }

  public static Event deletionRequested(int attempt) {
    return new Event.DeletionRequested(attempt, new DeletionReason.Requested(), "user");
  }

  public static Event deleted(int life) {
    return new Event.Deleted(new Receipt(life, List.of("it is gone"), START));
  }

  /** What follows is written by another owner. */
  public Journals takenOver() {
    fence++;
    return this;
  }

  /** What follows is written by an owner of before. */
  public Journals wokeUp() {
    fence--;
    return this;
  }

  /** A command that somebody sent. */
  public Journals sent(String command, String person) {
    commands.add(
        new Logged<>(
            new Command.Create(
                new CommandId(command),
                NAME,
                person,
                "namespace",
                Map.of(),
                Map.of(),
                new ExpiryRequest.Unspecified()),
            0,
            commands.size(),
            now(),
            OptionalLong.empty()));
    return this;
  }

  public Journals happened(String command, Event event) {
    sequence++;
    return numbered(sequence, command, event);
  }

  public Journals numbered(long number, String command, Event event) {
    events.add(
        new Logged<>(
            new EventRecord(
                NAME,
                Source.PROVISIONER,
                number,
                new Cause.Commanded(new CommandId(command)),
                now(),
                event),
            0,
            events.size(),
            now(),
            OptionalLong.of(fence)));
    return this;
  }

  public Journal journal() {
    return new Journal(commands, events, 0, List.of());
  }

  private Instant now() {
    return START.plusSeconds(events.size() + 1L);
  }
}
