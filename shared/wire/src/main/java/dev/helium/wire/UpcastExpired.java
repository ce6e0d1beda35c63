package dev.helium.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.Protection;

/** The first writers knew no protection, and so named none that an expiry had found passed. */
final class UpcastExpired implements Upcast {
  private static final String FIELD = "protectedUntil";

  @Override
  public ObjectNode newer(ObjectNode older) {
    if (older.get("reason") instanceof ObjectNode reason
        && reason.path("is").asText().equals("expired")
        && !reason.has(FIELD)) {
      reason.put(FIELD, Protection.NONE.until().toString());
    }
    return older;
  }
}
