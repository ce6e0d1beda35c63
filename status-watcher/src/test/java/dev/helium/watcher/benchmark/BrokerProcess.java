package dev.helium.watcher.benchmark;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A broker in a process of its own, as the launcher starts it. */
final class BrokerProcess implements AutoCloseable {
  private final Process process;
  private final String bootstrap;

  private BrokerProcess(Process process, String bootstrap) {
    this.process = process;
    this.bootstrap = bootstrap;
  }

  /** Returns at once. */
  static BrokerProcess start(Path directory) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.helium.broker.Main");
    builder.environment().put("HELIUM_BROKER_DIRECTORY", directory.resolve("broker").toString());
    builder.environment().put("HELIUM_BROKER_PORT", Integer.toString(port));
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.to(directory.resolve("broker.log").toFile()));
    Process process = builder.start();
    endsWithThis(process.toHandle());
    return new BrokerProcess(process, "127.0.0.1:" + port);
  }

  /** However this JVM is told to end. */
  static void endsWithThis(ProcessHandle process) {
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-process"));
  }

  String bootstrap() {
    return bootstrap;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
