package dev.helium.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.slf4j.LoggerFactory;

/**
 * A broker and its controller in this JVM, on the loopback address.
 *
 * <p>The data outlives {@link #close()} and the death of the process: starting again in the same
 * directory goes on with it. No topic is created by using it.
 */
public final class KafkaBroker implements AutoCloseable {
  /**
   * In the broker's directory while it answers: the process id, a space, the bootstrap address. A
   * killed broker leaves it behind, so the process id has to be compared.
   */
  public static final String READY_FILE = "ready";

  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Path directory;
  private final DirectoryLock lock;
  private final String bootstrap;
  private final ControllerServer controller;
  private final BrokerServer broker;
  private final AtomicBoolean closed = new AtomicBoolean();

  private KafkaBroker(
      Path directory,
      DirectoryLock lock,
      String bootstrap,
      ControllerServer controller,
      BrokerServer broker) {
    this.directory = directory;
    this.lock = lock;
    this.bootstrap = bootstrap;
    this.controller = controller;
    this.broker = broker;
  }

  /**
   * Returns when clients can connect.
   *
   * @throws BrokerException when the port is taken, or the directory is unusable or in use
   */
  public static KafkaBroker start(BrokerOptions options) {
    return start(options, () -> {});
  }

  /**
   * @param onFatal called, perhaps more than once, when the broker can no longer work; it has been
   *     logged then. It must not wait for {@link #close()}.
   */
  static KafkaBroker start(BrokerOptions options, Runnable onFatal) {
    Path directory = options.directory();
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    try {
      DirectoryLock lock = DirectoryLock.of(directory);
      opened.push(lock);
      BoundSockets sockets = BoundSockets.bind(options.port());
      opened.push(sockets);
      BrokerStorage.withdraw(directory);
      KafkaBroker created =
          create(directory, BrokerStorage.prepare(directory), sockets, lock, onFatal);
      opened.push(created);
      created.controller.startup();
      created.broker.startup();
      BrokerStorage.announce(directory, created.bootstrap);
      return created;
    } catch (BrokerException failure) {
      abandon(opened, failure);
      throw failure;
    } catch (IOException | RuntimeException failure) {
      abandon(opened, failure);
      throw new BrokerException(
          "the broker in %s cannot start: %s".formatted(directory, failure.getMessage()), failure);
    }
  }

  /** Host and port for a client's {@code bootstrap.servers}. */
  public String bootstrap() {
    return bootstrap;
  }

  /** Stops within about 20 seconds; a second call does nothing. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try (lock) {
        BrokerStorage.withdraw(directory);
        // The broker hands its partitions back to the controller, so it goes first.
        broker.shutdown(GRACE);
        controller.shutdown();
      } catch (IOException failure) {
        throw new BrokerException("the files in " + directory + " cannot be released", failure);
      }
    }
  }

  private static KafkaBroker create(
      Path directory, Path data, BoundSockets sockets, DirectoryLock lock, Runnable onFatal) {
    KafkaConfig configuration =
        new KafkaConfig(
            BrokerSettings.of(data, sockets.clientPort(), sockets.controllerPort()), false);
    var directories =
        KafkaRaftServer.initializeLogDirs(
            configuration, LoggerFactory.getLogger(KafkaBroker.class), "");
    MetaPropertiesEnsemble properties = directories._1();
    BootstrapMetadata metadata = directories._2();
    SharedServer shared =
        new SharedServer(
            configuration,
            properties,
            Time.SYSTEM,
            Server.initializeMetrics(
                configuration, Time.SYSTEM, properties.clusterId().orElseThrow()),
            CompletableFuture.completedFuture(
                Map.of(BrokerSettings.NODE, controllerAddress(sockets))),
            List.of(),
            new Faults(onFatal),
            sockets);
    return new KafkaBroker(
        directory,
        lock,
        BrokerSettings.HOST + ":" + sockets.clientPort(),
        new ControllerServer(shared, KafkaRaftServer.configSchema(), metadata),
        new BrokerServer(shared));
  }

  private static InetSocketAddress controllerAddress(BoundSockets sockets) {
    return new InetSocketAddress(
        InetAddress.ofLiteral(BrokerSettings.HOST), sockets.controllerPort());
  }

  private static void abandon(Deque<AutoCloseable> opened, Exception reason) {
    for (AutoCloseable part : opened) {
      try {
        part.close();
      } catch (Exception second) {
        reason.addSuppressed(second);
      }
    }
  }
}
