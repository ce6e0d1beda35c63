package dev.helium.deletion.cluster;

import dev.helium.deletion.ledger.LabelledObjects;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Labelled objects by their workspace, as far as they are of interest. For one thread at a time.
 */
final class FoundObjects {
  private static final Logger LOG = LoggerFactory.getLogger(FoundObjects.class);

  static final int MOST_WORKSPACES = 1_000;
  private static final int MOST_OBJECTS = 100;

  private final Predicate<String> interesting;
  private final Set<String> apart;
  private final Map<WorkspaceId, Set<String>> found = new HashMap<>();
  private final Set<String> unlisted = new TreeSet<>();

  FoundObjects(Predicate<String> interesting, Set<String> apart) {
    this.interesting = interesting;
    this.apart = Set.copyOf(apart);
  }

  void add(Kind kind, LabelledPages.Page page) {
    if (page.isForbidden()) {
      unlisted.add(kind.title());
    }
    page.objects().forEach(metadata -> add(kind.name(), metadata));
  }

  private void add(String kind, ObjectMeta metadata) {
    String label = Labels.of(metadata, Labels.WORKSPACE);
    String namespace = metadata.getNamespace();
    if (!interesting.test(label) || (namespace != null && apart.contains(namespace))) {
      return;
    }
    try {
      add(
          new WorkspaceId(label),
          kind
              + "/"
              + metadata.getName()
              + (namespace == null ? "" : " in namespace " + namespace));
    } catch (IllegalArgumentException notAWorkspace) {
      LOG.atDebug().addKeyValue("kind", kind).log("carries the label and no possible name");
    }
  }

  private void add(WorkspaceId workspace, String object) {
    Set<String> objects = found.get(workspace);
    if (objects == null && found.size() < MOST_WORKSPACES) {
      objects = new TreeSet<>();
      found.put(workspace, objects);
    }
    if (objects != null && objects.size() < MOST_OBJECTS) {
      objects.add(object);
    }
  }

  LabelledObjects all() {
    return new LabelledObjects(found, List.copyOf(unlisted));
  }
}
