package dev.helium.service.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one metric from taking a series for everything there is, should a label be made of what
 * grows: beyond {@value #MOST} combinations of labels it has no further ones. All that is measured
 * on purpose stays far below that.
 */
final class Ceiling implements MeterFilter {
  /** Of the metric with the most, requests by operation, kind and status, there may be 250. */
  static final int MOST = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Ceiling.class);

  private final Map<String, Set<Tags>> known = new ConcurrentHashMap<>();

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    Set<Tags> combinations =
        known.computeIfAbsent(id.getName(), ignored -> ConcurrentHashMap.newKeySet());
    Tags labels = Tags.of(id.getTags());
    if (combinations.contains(labels)) {
      return MeterFilterReply.NEUTRAL;
    }
    if (combinations.size() >= MOST) {
      // Said at debug level, as it may be said for every request.
      LOG.atDebug().addKeyValue("metric", id.getName()).log("it has too many series already");
      return MeterFilterReply.DENY;
    }
    combinations.add(labels);
    return MeterFilterReply.NEUTRAL;
  }
}
