package dev.helium.deletion.tenure;

import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who lives in which namespace, as far as programs said so. For one thread only. */
final class Homes {
  private record Home(ClusterName cluster, String namespace) {
    static Home of(Life life) {
      return new Home(new ClusterName(life.cluster()), life.namespace());
    }
  }

  private final Map<Home, WorkspaceId> homes = new HashMap<>();

  void changed(WorkspaceId workspace, Life before, Life after) {
    homes.remove(Home.of(before), workspace);
    if (after.isLived() && !after.namespace().isEmpty()) {
      homes.put(Home.of(after), workspace);
    }
  }

  /** Of several, who said so last. */
  Optional<WorkspaceId> find(ClusterName cluster, String namespace) {
    return Optional.ofNullable(homes.get(new Home(cluster, namespace)));
  }
}
