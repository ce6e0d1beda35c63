package dev.helium.gateway.recent;

import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import dev.helium.wire.Varints;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Positions as the ids of events: a version, a digest of which log it is, and the offsets as
 * varints, in Base64 for URLs. Every position has one text.
 */
public final class PositionFormat {
  /** Of 12 offsets of nine bytes each. */
  public static final int LONGEST = 160;

  private static final byte VERSION = 1;
  private static final int HEAD = 1 + Integer.BYTES;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final int log;

  /**
   * @param cluster the id of the Kafka cluster that has the events
   */
  public PositionFormat(String cluster) {
    this.log = cluster.hashCode();
  }

  public String text(Position position) {
    Buffer bytes = Buffer.buffer(HEAD + 3 * Topics.PARTITIONS).appendByte(VERSION).appendInt(log);
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      bytes.appendBytes(Varints.bytes(position.next(partition)));
    }
    return ENCODER.encodeToString(bytes.getBytes());
  }

  /** The line of a stream that comes first of everything that moves on. */
  public Buffer line(Position position) {
    return Buffer.buffer("id: " + text(position) + "\n");
  }

  /** Of any text. */
  public GivenPosition read(String text) {
    if (text.length() > LONGEST) {
      return new GivenPosition.Unreadable();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length < HEAD || bytes[0] != VERSION) {
        return new GivenPosition.Unreadable();
      }
      Position position = Position.of(offsets(bytes));
      if (Buffer.buffer(bytes).getInt(1) != log) {
        return new GivenPosition.OfAnotherLog();
      }
      return text.equals(text(position))
          ? new GivenPosition.Known(position)
          : new GivenPosition.Unreadable();
    } catch (IllegalArgumentException | UnreadableException notOurs) {
      return new GivenPosition.Unreadable();
    }
  }

  private static Map<Integer, Long> offsets(byte[] bytes) {
    Map<Integer, Long> offsets = new HashMap<>();
    int start = HEAD;
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      int end = Varints.end(bytes, start);
      offsets.put(partition, Varints.read(bytes, start, end));
      start = end;
    }
    if (start != bytes.length) {
      throw new UnreadableException("there is more than a position");
    }
    return offsets;
  }
}
