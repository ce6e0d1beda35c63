package dev.helium.story.benchmark.deletion;

import dev.helium.bench.row.Measure;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.story.benchmark.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Workspaces that expire one after the other, evenly, and how late each deletion began. */
final class Stretch {
  private static final double BAR_MILLISECONDS = 1_000;

  private final String prefix;
  private final Instant begins;
  private final int rate;
  private final int seconds;
  private final boolean measured;
  private final Set<String> begun = new HashSet<>();
  private final Times decided = new Times();
  private final Times heard = new Times();

  /**
   * @param rate expiries a second
   * @param measured false for what only warms up
   */
  Stretch(String prefix, Instant begins, int rate, int seconds, boolean measured) {
    this.prefix = prefix;
    this.begins = begins;
    this.rate = rate;
    this.seconds = seconds;
    this.measured = measured;
  }

  Instant begins() {
    return begins;
  }

  Instant ends() {
    return begins.plusSeconds(seconds);
  }

  int rate() {
    return rate;
  }

  int seconds() {
    return seconds;
  }

  boolean isMeasured() {
    return measured;
  }

  Map<String, Instant> expiries() {
    Map<String, Instant> expiries = new LinkedHashMap<>();
    for (int number = 0; number < count(); number++) {
      expiries.put(prefix + "-" + number, begins.plusMillis(1_000L * number / rate));
    }
    return expiries;
  }

  synchronized void hear(EventRecord record, Instant at) {
    String name = record.workspace().value();
    if (!name.startsWith(prefix + "-")
        || !(record.event() instanceof Event.DeletionRequested requested)
        || !(requested.reason() instanceof DeletionReason.Expired(Instant expiry, var ignored))
        || !begun.add(name)) {
      return;
    }
    decided.add(milliseconds(expiry, record.time()));
    heard.add(milliseconds(expiry, at));
  }

  synchronized boolean isOver() {
    return begun.size() == count();
  }

  synchronized void print() {
    System.out.printf(
        "%n%-46s %9s %9s %9s%n",
        "%d expiries, %d a second".formatted(heard.count(), rate), "p50", "p99", "longest");
    line("to the decision", decided);
    line("to the event at a subscriber", heard);
    System.out.printf(
        Locale.ROOT,
        "  p99 below %.0f: %s%n",
        BAR_MILLISECONDS,
        heard.quantile(0.99) < BAR_MILLISECONDS ? "holds" : "does not hold");
    if (decided.quantile(0) < 0) {
      System.out.println("  A deletion was decided before its time.");
    }
  }

  synchronized List<Measure> measures() {
    return List.of(
        Measure.time(
                "expiry to its event, %d a second, p99".formatted(rate), "ms", heard.quantile(0.99))
            .wanted(BAR_MILLISECONDS),
        Measure.time("the same, to the decision, p99", "ms", decided.quantile(0.99)));
  }

  private int count() {
    return rate * seconds;
  }

  private static void line(String what, Times times) {
    System.out.printf(
        Locale.ROOT,
        "  %-44s %9.1f %9.1f %9.1f%n",
        what,
        times.quantile(0.5),
        times.quantile(0.99),
        times.quantile(1));
  }

  private static double milliseconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }
}
