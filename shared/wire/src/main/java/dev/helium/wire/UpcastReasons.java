package dev.helium.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.Reason;

/** The first writers did not say since when a workspace has its reasons not to be ready. */
final class UpcastReasons implements Upcast {
  @Override
  public ObjectNode newer(ObjectNode older) {
    for (JsonNode reason : older.path("readiness").path("reasons")) {
      if (reason instanceof ObjectNode object && !object.has("since")) {
        object.put("since", Reason.SINCE_UNKNOWN.toString());
      }
    }
    return older;
  }
}
