package dev.helium.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a reader does with events that cannot be read when putting them aside is another's task: it
 * counts them, says so in its log, and goes on.
 */
public final class PassOver implements UnreadableHandler {
  private static final Logger LOG = LoggerFactory.getLogger(PassOver.class);

  private final UnreadableMeters meters;
  private final UnreadableHandler next;

  /** For tests and tools, whose meters nobody reads. */
  static PassOver uncounted() {
    return new PassOver(new CompositeMeterRegistry());
  }

  public PassOver(MeterRegistry meters) {
    this(meters, ignored -> Future.succeededFuture());
  }

  /**
   * @param next told of each, to count the event that it would have been
   */
  public PassOver(MeterRegistry meters, UnreadableHandler next) {
    this.meters = UnreadableMeters.passedOver(meters);
    this.next = next;
  }

  @Override
  public Future<Void> handle(Unreadable unreadable) {
    meters.count(unreadable);
    LOG.atWarn()
        .addKeyValue("place", unreadable.place())
        .addKeyValue("kind", unreadable.kind().word())
        .addKeyValue("reason", unreadable.reason())
        .log("passed over a record that cannot be read");
    return next.handle(unreadable);
  }
}
