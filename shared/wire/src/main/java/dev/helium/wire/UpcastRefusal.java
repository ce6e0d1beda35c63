package dev.helium.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The first refusals had nothing to say beyond their reason and their errors. */
final class UpcastRefusal implements Upcast {
  private static final String FIELD = "detail";

  @Override
  public ObjectNode newer(ObjectNode older) {
    if (older.get("refusal") instanceof ObjectNode refusal && !refusal.has(FIELD)) {
      refusal.put(FIELD, "");
    }
    return older;
  }
}
