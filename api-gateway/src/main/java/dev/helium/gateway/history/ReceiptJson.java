package dev.helium.gateway.history;

import dev.helium.domain.Proof;
import dev.helium.domain.Receipt;
import dev.helium.domain.WorkspaceId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** Receipts in the words of the API. */
final class ReceiptJson {
  private ReceiptJson() {}

  /** What proves that it is gone. */
  static JsonObject proof(Receipt receipt) {
    return new JsonObject()
        .put("Incarnation", receipt.incarnation())
        .put("Evidence", new JsonArray(receipt.evidence()))
        .put("ConfirmedAt", receipt.confirmedAt().toString());
  }

  /** All that the receipt says; what an older one does not say is left out. */
  static JsonObject of(WorkspaceId workspace, Receipt receipt) {
    Proof proof = receipt.proof();
    JsonObject json =
        new JsonObject()
            .put("ID", workspace.value())
            .mergeIn(proof(receipt))
            .put("Swept", new JsonArray(proof.swept()))
            .put("Unlisted", new JsonArray(proof.unlisted()));
    if (proof.saysHowLong()) {
      Duration destroying = proof.destroying();
      Duration proving = proof.proving(receipt.confirmedAt());
      json.put("RequestedAt", proof.requestedAt().toString())
          .put("DestroyedAt", proof.destroyedAt().toString())
          .put("Destroying", destroying.toString())
          .put("Proving", proving.toString())
          .put("Took", destroying.plus(proving).toString());
    }
    return json;
  }
}
