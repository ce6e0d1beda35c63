package dev.helium.deletion.recurring;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One workspace that is made again and again.
 *
 * @param name of each, before the date and time at which it was due
 * @param lifetime from the instant at which it was due; zero for the policy's default
 * @param owner whom it is made for; empty for nobody in particular
 */
public record Recurrence(
    String name,
    CronSchedule schedule,
    String backend,
    Map<String, String> parameters,
    Duration lifetime,
    String owner) {
  static final String PREFIX = "recur-";
  static final String REQUESTER = "deletion-controller";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm");
  private static final int LENGTH_OF_A_TIME = 13;

  /** With the date and time a workspace may have 63 characters. */
  static final int LONGEST_NAME = 63 - 1 - LENGTH_OF_A_TIME;

  public Recurrence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(backend, "backend");
    parameters = Map.copyOf(parameters);
    Objects.requireNonNull(lifetime, "lifetime");
    Objects.requireNonNull(owner, "owner");
  }

  /** What the one is called that is due then, by the clock of its zone. */
  WorkspaceId workspace(LocalDateTime due) {
    return new WorkspaceId(name + "-" + TIME.format(due));
  }

  /** When a workspace was due; empty when it is none of these. */
  Optional<LocalDateTime> due(WorkspaceId workspace) {
    String text = workspace.value();
    if (text.length() != name.length() + 1 + LENGTH_OF_A_TIME || !text.startsWith(name + "-")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(text.substring(name.length() + 1), TIME));
    } catch (DateTimeParseException another) {
      return Optional.empty();
    }
  }

  /** Names the creation of a workspace for ever. */
  static CommandId creation(WorkspaceId workspace) {
    return new CommandId(PREFIX + workspace);
  }

  /** The same command however often it is asked for. */
  Command.Create create(ZonedDateTime due) {
    WorkspaceId workspace = workspace(due.toLocalDateTime());
    return new Command.Create(
        creation(workspace),
        workspace,
        owner.isEmpty() ? REQUESTER : owner,
        backend,
        parameters,
        Map.of(),
        lifetime.isZero()
            ? new ExpiryRequest.Unspecified()
            : new ExpiryRequest.At(due.toInstant().plus(lifetime)));
  }
}
