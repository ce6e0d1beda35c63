package dev.helium.domain;

import java.util.Objects;

/**
 * Decide what was admitted: its owner may take it.
 *
 * @param owner on whose account it was counted
 */
public record AdmittedCommand(Command.Admissible asked, String owner) implements Command {
  public AdmittedCommand {
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(owner, "owner");
  }

  /** The same of a command that may expect something. */
  public static Command of(Command wanted, String owner) {
    if (wanted instanceof ConditionalCommand(Command bare, Expectation expectation)) {
      return new ConditionalCommand(of(bare, owner), expectation);
    }
    if (wanted instanceof Command.Admissible admissible) {
      return new AdmittedCommand(admissible, owner);
    }
    throw new IllegalArgumentException("nobody takes more by such a command");
  }

  @Override
  public CommandId id() {
    return asked.id();
  }

  @Override
  public WorkspaceId workspace() {
    return asked.workspace();
  }
}
