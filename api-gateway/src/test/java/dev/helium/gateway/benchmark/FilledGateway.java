package dev.helium.gateway.benchmark;

import dev.helium.log.BackendLog;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A broker with many workspaces in its log and a gateway that shows them, in a folder of theirs.
 */
final class FilledGateway implements AutoCloseable {
  private final Path directory;
  private final Child broker;
  private final MeasuredGateway gateway;

  private FilledGateway(Path directory, Child broker, MeasuredGateway gateway) {
    this.directory = directory;
    this.broker = broker;
    this.gateway = gateway;
  }

  /** Returns when all of them are shown. */
  static FilledGateway start(int workspaces) throws Exception {
    Path directory = Files.createTempDirectory("helium-benchmark-");
    System.out.println("Starting a broker and a gateway in " + directory);
    int port = Child.freePort();
    String bootstrap = "127.0.0.1:" + port;
    Child broker =
        Child.start(
            directory.resolve("broker.log"),
            192,
            Map.of(
                "HELIUM_BROKER_DIRECTORY", directory.resolve("broker").toString(),
                "HELIUM_BROKER_PORT", Integer.toString(port)),
            "dev.helium.broker.Main");
    try {
      populate(new LogSettings(bootstrap), workspaces);
      return new FilledGateway(directory, broker, MeasuredGateway.start(directory, bootstrap));
    } catch (Exception failure) {
      broker.close();
      throw failure;
    }
  }

  MeasuredGateway gateway() {
    return gateway;
  }

  Path directory() {
    return directory;
  }

  /** Ends both, and deletes what they wrote. */
  @Override
  public void close() throws IOException {
    gateway.close();
    System.out.printf(
        Locale.ROOT,
        "%nThe broker used %.1f s of processors%n",
        broker.processor().toMillis() / 1e3);
    broker.close();
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(directory)) {
      paths = walk.toList();
    }
    for (Path path : paths.reversed()) {
      Files.deleteIfExists(path);
    }
  }

  private static void populate(LogSettings log, int workspaces) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      TopicAdministration.ensureOnceThere(vertx, log, why -> {}).await(1, TimeUnit.MINUTES);
      announce(vertx, log);
      long start = System.nanoTime();
      new Population(workspaces).append(log);
      System.out.printf(
          Locale.ROOT,
          "%d workspaces put into the log in %.0f s%n",
          workspaces,
          (System.nanoTime() - start) / 1e9);
    } finally {
      vertx.close().await(1, TimeUnit.MINUTES);
    }
  }

  private static void announce(Vertx vertx, LogSettings log) throws Exception {
    BackendLog backends = new BackendLog(vertx, log, InstantSource.system());
    backends.put(MeasuredBackend.described()).await(1, TimeUnit.MINUTES);
    backends.close().await(1, TimeUnit.MINUTES);
  }
}
