package dev.helium.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.Proof;

/** The first receipts had sentences alone. */
final class UpcastReceipt implements Upcast {
  @Override
  public ObjectNode newer(ObjectNode older) {
    if (older.get("receipt") instanceof ObjectNode receipt && !receipt.has("proof")) {
      ObjectNode proof = receipt.putObject("proof");
      proof.put("requestedAt", Proof.NONE.requestedAt().toString());
      proof.put("destroyedAt", Proof.NONE.destroyedAt().toString());
      proof.putArray("swept");
      proof.putArray("unlisted");
    }
    return older;
  }
}
