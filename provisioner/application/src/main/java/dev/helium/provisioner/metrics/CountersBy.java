package dev.helium.provisioner.metrics;

import io.micrometer.core.instrument.Counter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A counter for each constant of an enumeration, all there from the start, so that the first count
 * is seen as an increase.
 */
final class CountersBy<E extends Enum<E>> {
  private final Map<E, Counter> counters;

  CountersBy(Class<E> type, Function<E, Counter> make) {
    counters = new EnumMap<>(type);
    for (E constant : type.getEnumConstants()) {
      counters.put(constant, make.apply(constant));
    }
  }

  void count(E constant) {
    counters.get(constant).increment();
  }
}
