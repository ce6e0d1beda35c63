package dev.helium.story.benchmark.deletion;

import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.story.StoryWorld;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the services hold in their heaps after a collection, from time to time. */
public final class Heaps {
  private static final double MEBIBYTE = 1024.0 * 1024;
  private static final List<ServiceName> SERVICES =
      List.of(
          ServiceName.API_GATEWAY,
          ServiceName.PROVISIONER,
          ServiceName.STATUS_WATCHER,
          ServiceName.DELETION_CONTROLLER);

  private final StoryWorld world;
  private final Map<ServiceName, List<Double>> samples = new EnumMap<>(ServiceName.class);

  public Heaps(StoryWorld world) {
    this.world = world;
    SERVICES.forEach(service -> samples.put(service, new ArrayList<>()));
  }

  /** Makes each of them collect, which takes it some tenths of a second. */
  public void sample() {
    SERVICES.forEach(service -> samples.get(service).add(live(service)));
  }

  public void print() {
    System.out.println("  heap after a collection, MiB, from the beginning to the end");
    samples.forEach(
        (service, values) ->
            System.out.printf(
                "  %-28s %s%n",
                service.label(),
                values.stream()
                    .map(value -> String.format(Locale.ROOT, "%5.0f", value))
                    .collect(Collectors.joining())));
  }

  /** A histogram counts what is alive, and so has to collect before. */
  private double live(ServiceName service) {
    ProcessHandle process = world.stack().process(ServiceInstance.first(service)).orElseThrow();
    String histogram =
        output(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            // It lives for a moment, in which it takes from who is measured.
            "-J-XX:TieredStopAtLevel=1",
            "-J-XX:+UseSerialGC",
            Long.toString(process.pid()),
            "GC.class_histogram");
    String total = histogram.strip().lines().toList().getLast();
    String[] cells = total.strip().split("\\s+", -1);
    return Long.parseLong(cells[cells.length - 1]) / MEBIBYTE;
  }

  private static String output(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (InputStream output = process.getInputStream()) {
        String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
          throw new IllegalStateException(command[0] + " failed: " + text);
        }
        return text;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
