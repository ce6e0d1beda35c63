package dev.helium.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.ClusterName;

/**
 * The first sweeps looked at the default cluster alone, and so named none; nor did they say which
 * kinds they could not list.
 */
final class UpcastSweep implements Upcast {
  @Override
  public ObjectNode newer(ObjectNode older) {
    for (JsonNode direction : older.path("directions")) {
      if (direction instanceof ObjectNode object) {
        if (!object.has("cluster")) {
          object.put("cluster", ClusterName.DEFAULT.value());
        }
        if (!object.has("unlistedKinds")) {
          object.putArray("unlistedKinds");
        }
      }
    }
    return older;
  }
}
