package dev.helium.story.benchmark.deletion;

import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.component.ComponentStatus;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.story.StoryWorld;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What each process has used of the processors between two moments.
 *
 * @param cluster by program of the cluster
 * @param ours by process of Helium, the broker too
 * @param took the time between the moments
 */
public record Costs(Map<String, Duration> cluster, Map<String, Duration> ours, Duration took) {

  /** A moment to count from. */
  public static final class Beginning {
    private final StoryWorld world;
    private final LocalCluster local;
    private final Map<String, Duration> cluster;
    private final Map<String, Duration> ours;
    private final long begun = System.nanoTime();

    public Beginning(StoryWorld world, LocalCluster local) {
      this.world = world;
      this.local = local;
      this.cluster = clusterNow(local);
      this.ours = oursNow(world);
    }

    public Costs end() {
      return new Costs(
          less(clusterNow(local), cluster),
          less(oursNow(world), ours),
          Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  static Duration sum(Map<String, Duration> parts) {
    return parts.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  public void print() {
    int cores = Runtime.getRuntime().availableProcessors();
    Duration all = sum(cluster).plus(sum(ours));
    System.out.printf("  %-28s %12s %8s%n", "processor time", "seconds", "share");
    cluster.forEach((name, used) -> line(name, used, all));
    ours.forEach((name, used) -> line(name, used, all));
    System.out.printf(
        Locale.ROOT,
        "  cluster %.0f %%, Helium and its broker %.0f %%; together %.2f of %d cores were busy%n",
        percent(sum(cluster), all),
        percent(sum(ours), all),
        (double) all.toNanos() / took.toNanos(),
        cores);
  }

  private static void line(String name, Duration used, Duration all) {
    System.out.printf(
        Locale.ROOT, "  %-28s %12.1f %6.0f %%%n", name, used.toNanos() / 1e9, percent(used, all));
  }

  private static double percent(Duration part, Duration all) {
    return all.isZero() ? 0 : 100.0 * part.toNanos() / all.toNanos();
  }

  private static Map<String, Duration> clusterNow(LocalCluster cluster) {
    Map<String, Duration> used = new LinkedHashMap<>();
    for (ComponentStatus program : cluster.status()) {
      Optional<Duration> time =
          ProcessHandle.of(program.processId())
              .filter(ignored -> program.alive())
              .flatMap(process -> process.info().totalCpuDuration());
      time.ifPresent(duration -> used.put(program.name(), duration));
    }
    return used;
  }

  private static Map<String, Duration> oursNow(StoryWorld world) {
    Map<String, Duration> used = new LinkedHashMap<>();
    ServiceInstance.all().stream()
        .filter(world.services()::contains)
        .forEach(
            instance ->
                world
                    .stack()
                    .processorTime(instance)
                    .ifPresent(time -> used.put(instance.label(), time)));
    return used;
  }

  private static Map<String, Duration> less(
      Map<String, Duration> now, Map<String, Duration> before) {
    Map<String, Duration> used = new LinkedHashMap<>();
    now.forEach(
        (name, time) -> used.put(name, time.minus(before.getOrDefault(name, Duration.ZERO))));
    return used;
  }
}
