package dev.helium.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.domain.AdmittedCommand;
import dev.helium.domain.Command;
import dev.helium.domain.ConditionalCommand;
import dev.helium.domain.DeniedCommand;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Commands as CloudEvents of type {@code dev.helium.command.<command>.v1}. */
public final class CommandCodec {
  private static final String ADMITTED = "dev.helium.command.admitted.v1";
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
              Map.entry("report-drift", Command.ReportDrift.class),
              Map.entry("deny", DeniedCommand.class),
              Map.entry("report-cluster-gone", Command.ReportClusterGone.class)),
          Map.of(
              "create", List.of(List.of(new UpcastLabelling())),
              "delete", List.of(List.of(new UpcastExpired())),
              "confirm-deletion", List.of(List.of(new UpcastReceipt())),
              "retry", List.of(List.of(Upcast.adding("attempt", Command.Retry.WHICHEVER)))));

  private final Json json = new Json();

  /**
   * What a command expects stands in a header, so that each has one type whether it does or not.
   */
  public Encoded encode(Command command) {
    Command bare = command.bare();
    Map<String, String> headers =
        Attributes.of(type(bare), command.id().value(), "commands", command.workspace().value());
    if (command instanceof ConditionalCommand conditional) {
      headers.put(Attributes.EXPECTS, Expectations.text(conditional.expectation()));
    }
    return new Encoded(
        headers,
        json.write(
            bare instanceof AdmittedCommand(Command.Admissible asked, String owner)
                ? new Written(owner, NAMES.of(asked), asked)
                : bare));
  }

  /** The command, or an {@link UnreadableException} that says what is wrong with the record. */
  public Command decode(Encoded encoded) {
    String type = encoded.header(Attributes.TYPE);
    Command command =
        type.equals(ADMITTED)
            ? admitted(json.read(encoded.body(), Read.class))
            : NAMES.read(json, type, encoded.body());
    if (!command.workspace().value().equals(encoded.header(Attributes.SUBJECT))) {
      throw new UnreadableException(
          UnreadableKind.WORKSPACE, "the subject is not the workspace of the command");
    }
    String expects = encoded.headers().get(Attributes.EXPECTS);
    return expects == null ? command : new ConditionalCommand(command, Expectations.read(expects));
  }

  private static String type(Command bare) {
    return bare instanceof AdmittedCommand ? ADMITTED : NAMES.of(bare);
  }

  private Command admitted(Read read) {
    if (NAMES.read(json, read.type(), json.write(read.command()))
        instanceof Command.Admissible asked) {
      return new AdmittedCommand(asked, read.owner());
    }
    throw new UnreadableException("what was admitted is not of a kind that can be");
  }

  /** A command in another one, under the type that it would have by itself. */
  private record Written(String owner, String type, Command.Admissible command) {}

  /** Made by Jackson, from what a {@link Written} has become. */
  @SuppressWarnings("UnusedMethod") // Jackson calls the constructor.
  private record Read(String owner, String type, JsonNode command) {
    Read {
      Objects.requireNonNull(owner, "owner");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(command, "command");
    }
  }
}
