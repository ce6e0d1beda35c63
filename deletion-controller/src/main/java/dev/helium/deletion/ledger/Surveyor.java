package dev.helium.deletion.ledger;

import dev.helium.domain.ClusterName;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;

/** Looks at what there is. A side that cannot be looked at is one that the picture names. */
public interface Surveyor {
  /**
   * All that there is, in every cluster that is known.
   *
   * @param lived the names of workspaces whose objects are of no interest
   */
  Future<Picture> survey(Set<String> lived);

  /** The same of a few things only, asked anew; a cluster that is not known by now is left out. */
  Future<Picture> verify(Map<ClusterName, Question> questions);
}
