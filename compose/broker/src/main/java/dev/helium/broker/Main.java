package dev.helium.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The broker as a process of its own, until it is asked to stop. */
public final class Main {
  static final String DIRECTORY = "HELIUM_BROKER_DIRECTORY";
  static final String PORT = "HELIUM_BROKER_PORT";
  static final int DEFAULT_PORT = 2329;

  private static final String LOGGING = "logback.configurationFile";

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "dev/helium/broker/logback.xml");
    }
    // Kafka changes log levels through Log4j where it is there; here it complained that it is not.
    System.setProperty(
        "log4j2.loggerContextFactory",
        "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
    try {
      run(options(System.getenv()));
    } catch (BrokerException | IllegalArgumentException failure) {
      System.err.println("helium-broker: " + failure.getMessage());
      System.exit(1);
    }
  }

  static BrokerOptions options(Map<String, String> environment) {
    String directory = environment.getOrDefault(DIRECTORY, "");
    if (directory.isBlank()) {
      throw new IllegalArgumentException(DIRECTORY + " must name the directory of the broker.");
    }
    String port = environment.getOrDefault(PORT, Integer.toString(DEFAULT_PORT));
    try {
      return new BrokerOptions(Path.of(directory), Integer.parseInt(port));
    } catch (NumberFormatException failure) {
      throw new IllegalArgumentException(PORT + " must be a number, not '" + port + "'.", failure);
    }
  }

  private static void run(BrokerOptions options) throws InterruptedException {
    CountDownLatch fatal = new CountDownLatch(1);
    KafkaBroker broker = KafkaBroker.start(options, fatal::countDown);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
    fatal.await();
    System.err.println("helium-broker: stopped by a fault, see the log above.");
    // Not exit: the hook could wait for the very part that failed, and the data is safe without it.
    Runtime.getRuntime().halt(1);
  }
}
