package dev.helium.deletion.ledger;

import dev.helium.domain.WorkspaceId;
import io.vertx.core.Future;
import java.util.Set;

/** Looks at what there is. A side that cannot be looked at is one that the picture names. */
public interface Surveyor {
  /**
   * All that there is.
   *
   * @param lived the names of workspaces whose objects are of no interest
   */
  Future<Picture> survey(Set<String> lived);

  /**
   * The same of a few things only, asked anew.
   *
   * @param namespaces whose presence is in doubt, with and without a label
   * @param workspaces whose objects are in doubt
   * @param apart namespaces whose objects go with them
   */
  Future<Picture> verify(Set<String> namespaces, Set<WorkspaceId> workspaces, Set<String> apart);
}
