package dev.helium.wire;

import dev.helium.domain.Command;
import java.util.Map;

/** Commands as CloudEvents of type {@code dev.helium.command.<command>.v1}. */
public final class CommandCodec {
  private static final TypeNames<Command> NAMES =
      new TypeNames<>(
          "dev.helium.command.",
          Map.of(
              "create", Command.Create.class,
              "delete", Command.Delete.class,
              "confirm-deletion", Command.ConfirmDeletion.class,
              "extend", Command.Extend.class,
              "retry", Command.Retry.class,
              "cancel", Command.Cancel.class,
              "report-drift", Command.ReportDrift.class),
          Map.of());

  private final Json json = new Json();

  public Encoded encode(Command command) {
    return new Encoded(
        Attributes.of(
            NAMES.of(command), command.id().value(), "commands", command.workspace().value()),
        json.write(command));
  }

  /** The command, or an {@link UnreadableException} that says what is wrong with the record. */
  public Command decode(Encoded encoded) {
    Command command = NAMES.read(json, encoded.header(Attributes.TYPE), encoded.body());
    if (!command.workspace().value().equals(encoded.header(Attributes.SUBJECT))) {
      throw new UnreadableException(
          UnreadableKind.WORKSPACE, "the subject is not the workspace of the command");
    }
    return command;
  }
}
