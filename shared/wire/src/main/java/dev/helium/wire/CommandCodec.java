package dev.helium.wire;

import dev.helium.domain.Command;
import java.util.List;
import java.util.Map;

/** Commands as CloudEvents of type {@code dev.helium.command.<command>.v1}. */
public final class CommandCodec {
  private static final TypeNames<Command> NAMES =
      new TypeNames<>(
          "dev.helium.command.",
          Map.ofEntries(
              Map.entry("create", Command.Create.class),
              Map.entry("delete", Command.Delete.class),
              Map.entry("confirm-deletion", Command.ConfirmDeletion.class),
              Map.entry("extend", Command.Extend.class),
              Map.entry("retry", Command.Retry.class),
              Map.entry("cancel", Command.Cancel.class),
              Map.entry("protect", Command.Protect.class),
              Map.entry("unprotect", Command.Unprotect.class),
              Map.entry("shorten", Command.Shorten.class),
              Map.entry("announce-expiry", Command.AnnounceExpiry.class),
              Map.entry("revive", Command.Revive.class),
              Map.entry("report-held", Command.ReportHeld.class),
              Map.entry("report-drift", Command.ReportDrift.class)),
          Map.of(
              "delete", List.of(List.of(new UpcastExpired())),
              "confirm-deletion", List.of(List.of(new UpcastReceipt())),
              "retry", List.of(List.of(Upcast.adding("attempt", Command.Retry.WHICHEVER)))));

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
