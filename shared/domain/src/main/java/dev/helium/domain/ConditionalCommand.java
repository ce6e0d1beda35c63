package dev.helium.domain;

import java.util.Objects;

/** A command that is followed only when something is so at the time of the decision. */
public record ConditionalCommand(Command command, Expectation expectation) implements Command {
  public ConditionalCommand {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(expectation, "expectation");
    if (command instanceof ConditionalCommand) {
      throw new IllegalArgumentException("a command expects one thing");
    }
  }

  @Override
  public CommandId id() {
    return command.id();
  }

  @Override
  public WorkspaceId workspace() {
    return command.workspace();
  }

  @Override
  public Command bare() {
    return command;
  }

  @Override
  public Command asked() {
    return command.asked();
  }
}
