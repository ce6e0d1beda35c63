package dev.helium.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;

/**
 * How far readers are behind the log: what they have been given and not handled, and what they have
 * not been given, as the broker said with what it gave last. A reader that is not asked for more
 * because it has enough hears of nothing newer, so of one that stands still it is the least, and
 * its standstill tells.
 */
public final class LogLag {
  private static final String OF_A_PARTITION = "records-lag";

  private LogLag() {}

  /**
   * Shows the lag of a reader, and how long it has made no progress although something waits.
   *
   * @param group of those who share what they read, or what reads everything by itself; one of few
   */
  public static void show(
      MeterRegistry meters, String group, LongSupplier records, Supplier<Duration> standstill) {
    Gauge.builder("helium.log.lag.records", records, LongSupplier::getAsLong)
        .description("Records in the log that are not handled, in the partitions that are read")
        .tag("group", group)
        .strongReference(true)
        .register(meters);
    Gauge.builder("helium.log.standstill", standstill, still -> still.get().toNanos() / 1e9)
        .description("How long a partition has waited longest without progress")
        .baseUnit("seconds")
        .tag("group", group)
        .strongReference(true)
        .register(meters);
  }

  /** Records that a consumer was not given yet. From any thread. */
  static long of(KafkaConsumer<?, ?> consumer) {
    return consumer.unwrap().metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals(OF_A_PARTITION))
        .mapToLong(LogLag::value)
        .sum();
  }

  private static long value(Metric metric) {
    return metric.metricValue() instanceof Double number && number > 0 ? number.longValue() : 0;
  }
}
