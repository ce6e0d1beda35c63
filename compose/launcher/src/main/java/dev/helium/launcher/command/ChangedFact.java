package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WorkspaceState;

/**
 * Tells what a workspace has become by a change.
 *
 * @param word before the fact
 * @param fact that has changed, by its name in the API
 */
record ChangedFact(String word, String fact) {
  /**
   * Nothing is claimed of a change that nobody has decided yet.
   *
   * @param status that the change was answered with
   */
  void tell(CommandContext context, HeliumClient client, String name, String status) {
    context
        .console()
        .done(
            name,
            status.equals(WorkspaceState.PENDING)
                ? status
                : client
                    .find(name)
                    .map(found -> word + " " + found.content().fact(fact))
                    .orElse(status));
  }
}
