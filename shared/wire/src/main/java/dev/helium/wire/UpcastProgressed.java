package dev.helium.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The first writers said one step a record: {@code operation} and {@code resource}. */
final class UpcastProgressed implements Upcast {
  @Override
  public ObjectNode newer(ObjectNode older) {
    if (!older.has("steps") && older.has("operation")) {
      ObjectNode step = older.putArray("steps").addObject();
      step.set("operation", older.remove("operation"));
      step.set("resource", older.remove("resource"));
    }
    return older;
  }
}
