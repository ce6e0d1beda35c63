package dev.helium.gateway.session;

import dev.helium.wire.Sealing;
import dev.helium.wire.UnreadableException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/** JSON that a browser keeps for Helium, and can neither read nor change. */
public final class SealedText {
  private final Sealing sealing;
  private final Sealing.Purpose purpose;

  public SealedText(Sealing sealing, Sealing.Purpose purpose) {
    this.sealing = Objects.requireNonNull(sealing, "sealing");
    this.purpose = purpose;
  }

  public String seal(JsonObject json) {
    return sealing.seal(purpose, json.toBuffer().getBytes());
  }

  /** Empty when it was not sealed here for this. */
  public Optional<JsonObject> open(String text) {
    try {
      return Optional.of(new JsonObject(Buffer.buffer(sealing.unseal(purpose, text))));
    } catch (UnreadableException foreign) {
      return Optional.empty();
    }
  }
}
