package dev.helium.log;

import dev.helium.wire.Encoded;
import java.util.Objects;
import java.util.function.Function;

/**
 * A compacted topic, of which the newest record of each key counts.
 *
 * @param decode throws an {@link dev.helium.wire.UnreadableException} for what it cannot read
 */
public record KeyedTopic<T>(String name, Function<Encoded, T> decode) {
  public KeyedTopic {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(decode, "decode");
  }
}
