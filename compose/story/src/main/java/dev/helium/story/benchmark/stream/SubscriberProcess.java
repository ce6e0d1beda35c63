package dev.helium.story.benchmark.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The other process, from its start to what it has heard. */
final class SubscriberProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  /** What all of them have heard; lags in milliseconds. */
  record Heard(long events, long ended, long p50, long p90, long p99, long longest) {}

  /** Returns when all are subscribed. */
  SubscriberProcess(URI api, Path token, StreamOptions options) throws IOException {
    this.process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Subscribers.class.getName(),
                api.toString(),
                token.toString(),
                Integer.toString(options.subscribers()),
                Integer.toString(options.ofAll()),
                Integer.toString(options.workspaces()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    this.output = process.inputReader(StandardCharsets.UTF_8);
    String word = output.readLine();
    if (!"open".equals(word)) {
      throw new IllegalStateException("the subscribers could not subscribe");
    }
  }

  /** What came until now; what comes afterwards is counted anew. */
  Heard heard() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    String line = output.readLine();
    if (line == null) {
      throw new IllegalStateException("the subscribers have ended before they were asked");
    }
    List<Long> numbers = Arrays.stream(line.split(" ", -1)).map(Long::valueOf).toList();
    return new Heard(
        numbers.get(0),
        numbers.get(1),
        numbers.get(2),
        numbers.get(3),
        numbers.get(4),
        numbers.get(5));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
