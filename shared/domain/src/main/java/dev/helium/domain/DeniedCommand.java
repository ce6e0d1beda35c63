package dev.helium.domain;

import java.util.Objects;

/**
 * Say that what was asked for was not admitted: its owner may not take that much.
 *
 * @param refusal for {@link RefusalReason#QUOTA}, with the arithmetic
 */
public record DeniedCommand(
    CommandId id, WorkspaceId workspace, String requestedBy, Refusal refusal) implements Command {
  public DeniedCommand {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(requestedBy, "requestedBy");
    if (refusal.reason() != RefusalReason.QUOTA) {
      throw new IllegalArgumentException("what is not admitted is refused for a quota");
    }
  }
}
