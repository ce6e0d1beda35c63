package dev.helium.broker.junit;

import dev.helium.broker.BrokerOptions;
import dev.helium.broker.KafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A broker in a temporary folder, for one test after the other. */
public final class TestBroker implements AutoCloseable {

  private final Path directory;
  private final KafkaBroker broker;
  private final Clearing clearing;

  private TestBroker(Path directory, KafkaBroker broker) {
    this.directory = directory;
    this.broker = broker;
    this.clearing = new Clearing(broker.bootstrap());
  }

  static TestBroker start() {
    try {
      Path directory = Files.createTempDirectory("helium-broker-");
      return new TestBroker(directory, KafkaBroker.start(BrokerOptions.onAFreePort(directory)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Host and port for a client's {@code bootstrap.servers}. */
  public String bootstrap() {
    return broker.bootstrap();
  }

  /** Forgets every topic, and every group and transaction with them. */
  void clear() {
    clearing.run();
  }

  @Override
  public void close() {
    clearing.close();
    broker.close();
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : innermostFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
