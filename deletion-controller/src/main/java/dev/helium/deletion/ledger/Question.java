package dev.helium.deletion.ledger;

import dev.helium.domain.WorkspaceId;
import java.util.Set;

/**
 * What one cluster is asked anew.
 *
 * @param namespaces whose presence is in doubt, with and without a label
 * @param workspaces whose objects are in doubt
 * @param apart namespaces whose objects go with them
 */
public record Question(Set<String> namespaces, Set<WorkspaceId> workspaces, Set<String> apart) {
  public Question {
    namespaces = Set.copyOf(namespaces);
    workspaces = Set.copyOf(workspaces);
    apart = Set.copyOf(apart);
  }
}
