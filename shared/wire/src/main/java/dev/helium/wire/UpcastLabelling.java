package dev.helium.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The first writers knew no labels, and so asked for none. */
final class UpcastLabelling implements Upcast {
  private static final String FIELD = "labelling";

  @Override
  public ObjectNode newer(ObjectNode older) {
    if (!older.has(FIELD)) {
      older.putObject(FIELD).put("is", "unspecified");
    }
    return older;
  }
}
