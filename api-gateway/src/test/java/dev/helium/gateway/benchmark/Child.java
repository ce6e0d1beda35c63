package dev.helium.gateway.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Java process of this class path, that ends with this one. */
final class Child implements AutoCloseable {
  /** As the launcher starts services. */
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "--add-modules=java.se",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.management/sun.management=ALL-UNNAMED",
          "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

  private static final Duration LONGEST_END = Duration.ofSeconds(30);
  private static final double KIBIBYTES = 1024.0;
  private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  /**
   * Returns at once.
   *
   * @param log takes what it says
   * @param heap in MiB at most
   */
  static Child start(Path log, int heap, Map<String, String> variables, String... mainClass)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JDK.resolve("java").toString());
    command.add("-Xmx" + heap + "m");
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(mainClass));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(variables);
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.to(log.toFile()));
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-process"));
    return new Child(process);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Processor time since its start. */
  Duration processor() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What it holds of the machine's memory, in MiB. */
  double resident() throws IOException, InterruptedException {
    String kibibytes = output("ps", "-o", "rss=", "-p", Long.toString(process.pid()));
    return Long.parseLong(kibibytes.strip()) / KIBIBYTES;
  }

  /** Runs a full collection. */
  void collect() throws IOException, InterruptedException {
    output(JDK.resolve("jcmd").toString(), Long.toString(process.pid()), "GC.run");
  }

  /** Returns when it has ended, by itself or after a while by force. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_END)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(command[0] + " failed: " + text);
      }
      return text;
    }
  }
}
