package dev.helium.deletion.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

/** What is measured of the backlog. */
public final class BacklogMeters {
  /** After so long without any end an alarm is due. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Backlog backlog;
  private final MeterRegistry meters;

  private BacklogMeters(Backlog backlog, MeterRegistry meters) {
    this.backlog = backlog;
    this.meters = meters;
  }

  /** Registers all of them. */
  public static void register(Backlog backlog, InstantSource clock, MeterRegistry meters) {
    BacklogMeters all = new BacklogMeters(backlog, meters);
    all.gauge(
        "helium.deletion.backlog",
        "",
        "Workspaces whose deletion was decided and that are not proven gone",
        Backlog::size);
    all.gauge(
        "helium.deletion.backlog.oldest",
        "seconds",
        "How long ago the deletion of the one was decided that waits longest",
        known -> seconds(known.oldest(clock.instant())));
    all.gauge(
        "helium.deletion.backlog.forecast",
        "seconds",
        "When there is none left if it goes on as in the last five minutes; not a number if it"
            + " does not go on",
        known -> known.forecast(clock.instant()).map(BacklogMeters::seconds).orElse(Double.NaN));
    all.gauge(
        "helium.deletion.backlog.still",
        "seconds",
        "How long none has come to its end although the cluster answers",
        known -> seconds(known.still(clock.instant())));
    all.gauge(
        "helium.deletion.backlog.stuck",
        "",
        "1 when none has come to its end for ten minutes although the cluster answers",
        known -> known.still(clock.instant()).compareTo(PATIENCE) < 0 ? 0 : 1);
  }

  private void gauge(String name, String unit, String what, ToDoubleFunction<Backlog> value) {
    Gauge.builder(name, backlog, value)
        .description(what)
        .baseUnit(unit.isEmpty() ? null : unit)
        .strongReference(true)
        .register(meters);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
