package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process that owns stacks until it stops, seen from outside. */
final class PausedOwner {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Process process;
  private final BufferedWriter input;
  private final BlockingQueue<String> output = new LinkedBlockingQueue<>();

  PausedOwner(Path root, Path kubeconfig) throws IOException {
    var command =
        OwnProcess.java(
            PausedProcess.class, root.resolve("old"), root.resolve("state"), kubeconfig);
    this.process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(output::add));
  }

  /** Begins a run that stops at a moment of its journal, if it has so many. */
  void begin(String name, CrashScenario scenario, int moment, String fence) throws IOException {
    input.write(name + "," + scenario + "," + moment + "," + fence + "\n");
    input.flush();
  }

  /** Waits until it has stopped; false when the run came to its end before. */
  boolean isPaused() throws Exception {
    var said = next();
    if (!PausedProcess.PAUSED.equals(said)) {
      output.add(said);
      return false;
    }
    await().atMost(PATIENCE).until(() -> run("ps", "-o", "state=", "-p", pid()).startsWith("T"));
    return true;
  }

  void goOn() throws Exception {
    run("kill", "-CONT", pid());
  }

  /** What came of the run, and of another one after it. */
  String outcome() throws Exception {
    var said = next();
    assertThat(said).startsWith(PausedProcess.ENDED);
    return said.substring(PausedProcess.ENDED.length());
  }

  void end() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private String next() throws InterruptedException {
    var said = output.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(said).as("what the process says").isNotNull();
    return said;
  }

  private String pid() {
    return Long.toString(process.pid());
  }

  private static String run(String... command) throws Exception {
    var asked = new ProcessBuilder(command).redirectErrorStream(true).start();
    var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(asked.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return answer.strip();
  }
}
