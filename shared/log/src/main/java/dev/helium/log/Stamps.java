package dev.helium.log;

import dev.helium.wire.Encoded;
import dev.helium.wire.TraceParent;
import dev.helium.wire.UnreadableException;
import dev.helium.wire.UnreadableKind;
import java.util.HashMap;
import java.util.Map;

/** Stamps as headers of records. */
final class Stamps {
  private static final String FENCE = "ce_fence";
  private static final String COMMAND_OFFSET = "ce_commandoffset";

  private Stamps() {}

  static Map<String, String> headers(Encoded encoded, Stamp stamp) {
    Map<String, String> headers = new HashMap<>(encoded.in(stamp.trace()).headers());
    headers.put(FENCE, Long.toString(stamp.fence()));
    if (stamp.commandOffset() >= 0) {
      headers.put(COMMAND_OFFSET, Long.toString(stamp.commandOffset()));
    }
    return headers;
  }

  static Stamp of(Encoded encoded) {
    try {
      return new Stamp(
          Long.parseLong(encoded.headers().getOrDefault(FENCE, "0")),
          Long.parseLong(
              encoded.headers().getOrDefault(COMMAND_OFFSET, Long.toString(Stamp.NO_COMMAND))),
          TraceParent.of(encoded));
    } catch (NumberFormatException invalid) {
      throw new UnreadableException(
          UnreadableKind.HEADER, "a header is not the number it should be", invalid);
    }
  }
}
