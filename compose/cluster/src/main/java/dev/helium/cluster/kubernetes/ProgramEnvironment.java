package dev.helium.cluster.kubernetes;

import dev.helium.cluster.component.Component;
import java.util.Map;
import java.util.TreeMap;

/** The variables that each program is started with; nothing of the person's own. */
public record ProgramEnvironment(ClusterDirectory directory) {

  /** The variables of a program. */
  public Map<String, String> of(Component component) {
    Map<String, String> variables =
        new TreeMap<>(Map.of("PATH", "/usr/bin:/bin", "HOME", directory.root().toString()));
    if (component == Component.KWOK) {
      // With some thousand pods it is slower to take in a list that comes by its watch than changes
      // come meanwhile. The API server ends such a watch as unresponsive, and it begins again. With
      // lists of its own that begins at twice as many.
      variables.put("KUBE_FEATURE_WatchListClient", "false");
    }
    return Map.copyOf(variables);
  }
}
