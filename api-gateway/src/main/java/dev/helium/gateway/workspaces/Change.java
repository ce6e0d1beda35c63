package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.WorkspaceId;

/** A checked request to a workspace that is there, or was. */
sealed interface Change {
  record Extend(ExpiryRequest expiry, String why) implements Change {}

  record Retry() implements Change {}

  record Cancel() implements Change {}

  record Protect(ExpiryRequest until, String why) implements Change {}

  record Unprotect() implements Change {}

  record Shorten(ExpiryRequest expiry, String why) implements Change {}

  record Revive(ExpiryRequest expiry) implements Change {}

  default Command command(CommandId command, WorkspaceId workspace, String requestedBy) {
    return switch (this) {
      case Extend(ExpiryRequest expiry, String why) ->
          new Command.Extend(command, workspace, requestedBy, expiry, why);
      case Retry ignored -> new Command.Retry(command, workspace, requestedBy);
      case Cancel ignored -> new Command.Cancel(command, workspace, requestedBy);
      case Protect(ExpiryRequest until, String why) ->
          new Command.Protect(command, workspace, requestedBy, until, why);
      case Unprotect ignored -> new Command.Unprotect(command, workspace, requestedBy);
      case Shorten(ExpiryRequest expiry, String why) ->
          new Command.Shorten(command, workspace, requestedBy, expiry, why);
      case Revive(ExpiryRequest expiry) ->
          new Command.Revive(command, workspace, requestedBy, expiry);
    };
  }
}
