package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Keeps the hands off fields whose changes a program ignores: what others own is not sent at all,
 * the rest is sent as it is in the cluster.
 */
final class IgnoredFields {
  private IgnoredFields() {}

  /** Changes the object to be applied. */
  static void keep(ObjectNode object, List<String> ignored, JsonNode live, String manager) {
    for (var text : ignored) {
      var path = ObjectPath.parse(text).segments();
      // Lists are owned by keys that cannot be told from an index.
      if (path.stream().noneMatch(ObjectPath::isElement) && !path.isEmpty()) {
        keep(object, path, live, FieldOwnership.isOthers(manager, path, live));
      }
    }
  }

  private static void keep(ObjectNode object, List<String> path, JsonNode live, boolean others) {
    var last = path.size() - 1;
    var parent = object;
    var source = live;
    for (var segment : path.subList(0, last)) {
      source = source.path(segment);
      if (!(parent.path(segment) instanceof ObjectNode below)) {
        return;
      }
      parent = below;
    }
    if (others) {
      parent.remove(path.get(last));
    } else if (source.has(path.get(last))) {
      parent.set(path.get(last), source.get(path.get(last)).deepCopy());
    }
  }
}
