package dev.helium.story.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks all the time which alerts fire, and remembers which have. */
final class FiredAlerts implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(400);

  /** The machine may do other things too. */
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private final PrometheusClient prometheus;
  private final Set<Alert> fired = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  FiredAlerts(PrometheusClient prometheus) {
    this.prometheus = prometheus;
    var _ = clock.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns when all of them have fired, now or before. */
  void untilFired(String fault, Collection<Alert> alerts) {
    untilFired(fault, () -> {}, alerts);
  }

  /**
   * The same of a fault that lasts only as long as it is made.
   *
   * @param again makes it, and returns at once
   */
  void untilFired(String fault, Runnable again, Collection<Alert> alerts) {
    long begun = System.nanoTime();
    await(fault + " makes fire " + alerts)
        .atMost(LONGEST)
        .pollInterval(INTERVAL)
        .untilAsserted(
            () -> {
              if (!fired.containsAll(alerts)) {
                again.run();
              }
              assertThat(fired).containsAll(alerts);
            });
    say(fault + " made fire " + alerts, begun);
  }

  /** Returns when each of them was seen not to fire, from now on. */
  void untilResolved(Collection<Alert> alerts) {
    long begun = System.nanoTime();
    Set<Alert> left = new HashSet<>(alerts);
    await("all is mended")
        .atMost(LONGEST)
        .pollInterval(INTERVAL)
        .untilAsserted(
            () -> {
              left.retainAll(prometheus.firing());
              assertThat(left).isEmpty();
            });
    say("nothing of it fires any more", begun);
  }

  Set<Alert> fired() {
    return Set.copyOf(fired);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  /** Where the minutes of the test go. */
  private static void say(String what, long begun) {
    System.out.printf("%3d s: %s%n", Duration.ofNanos(System.nanoTime() - begun).toSeconds(), what);
  }

  private void look() {
    try {
      fired.addAll(prometheus.firing());
    } catch (RuntimeException unanswered) {
      System.out.println("Prometheus did not answer, and is asked again: " + unanswered);
    }
  }
}
