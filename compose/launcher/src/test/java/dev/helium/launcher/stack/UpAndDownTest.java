package dev.helium.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.component.Lifetime;
import dev.helium.launcher.Main;
import dev.helium.launcher.stub.StubProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes of their own, with a cluster that they start themselves. */
class UpAndDownTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** Its place in the masks of signals that Linux shows: proc_pid_status(5). */
  private static final long SIGINT = 1 << (2 - 1);

  @TempDir Path directory;
  private final StackPorts ports = StackPorts.free(RandomGenerator.getDefault());
  private Path project;
  private Home home;

  @BeforeEach
  void makeAProject() throws IOException {
    project = StubProject.in(directory.resolve("project"));
    home = new Home(project.resolve(".helium"));
  }

  @AfterEach
  void leaveNothing() {
    new StackStop(home, StackListener.silent()).down();
  }

  @Test
  void outlivesTheCommandWhenDetachedAndGoesOnWithTheOldState() throws Exception {
    // given
    assertThat(run("up", "--detach", "--no-sample")).contains("✓ cluster", "✓ provisioner");
    List<ProcessHandle> first = CommandLines.ofHome(home);
    assertThat(first).hasSize(5);
    assertThat(run("status")).contains("kube-apiserver", "ready").doesNotContain("down");
    Path kubeconfig = LocalCluster.attach(home.cluster()).orElseThrow().kubeconfig();
    String certificate = Files.readString(kubeconfig);

    // when
    String again = run("up", "--detach", "--no-sample");

    // then
    assertThat(again).contains("runs already");
    assertThat(CommandLines.ofHome(home)).containsExactlyInAnyOrderElementsOf(first);

    // when
    String down = run("down");

    // then
    assertThat(down).contains("✓ cluster", "✓ kafka", "Everything is stopped.");
    assertThat(CommandLines.ofHome(home)).isEmpty();
    assertThat(LocalCluster.attach(home.cluster())).isEmpty();
    assertThat(kubeconfig).content().isEqualTo(certificate);
    assertThat(run("down", "--wipe")).contains("Nothing was running.", "cluster", "token");
    assertThat(home.cluster()).doesNotExist();
  }

  @Test
  void stopsEverythingWhenItIsInterrupted() throws Exception {
    // given
    assumeThat(ignoresInterrupts())
        .as("a shell has this run ignore SIGINT, and all that it starts with it")
        .isFalse();
    Path output = directory.resolve("output");
    Process up = start(output, "up", "--no-sample");
    await()
        .atMost(LIMIT)
        .until(() -> !up.isAlive() || Files.readString(output).contains("Ctrl-C stops it"));
    assertThat(output).content().contains("Ctrl-C stops it");
    assertThat(CommandLines.ofHome(home)).hasSize(5);

    // when
    assertThat(new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor())
        .isZero();

    // then
    assertThat(up.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output))
        .contains("✓ deletion-controller", "stopped")
        .doesNotContain("has ended", "another command");
    assertThat(CommandLines.ofHome(home)).isEmpty();
    assertThat(LocalCluster.attach(home.cluster())).isEmpty();
  }

  @Test
  void saysWhichProcessHasEndedAndEndsWhenAnotherCommandStopsTheRest() throws Exception {
    // given
    Path output = directory.resolve("output");
    Process up = start(output, "up", "--no-sample");
    await()
        .atMost(LIMIT)
        .until(() -> !up.isAlive() || Files.readString(output).contains("Ctrl-C stops it"));

    // when
    new ServiceProcesses(home, Lifetime.DETACHED, Map.of())
        .stop(ServiceInstance.provisioner(1), LIMIT);

    // then
    await().atMost(LIMIT).until(() -> Files.readString(output).contains("has ended"));

    // when
    run("down");

    // then
    assertThat(up.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output))
        .containsOnlyOnce("has ended")
        .contains("Stopped by another command.");
  }

  @Test
  void leavesNothingWhenItIsInterruptedBeforeItIsReady() throws Exception {
    // given
    Path output = directory.resolve("output");
    Process up = start(output, "up", "--no-sample");
    await()
        .atMost(LIMIT)
        .failFast(() -> !up.isAlive())
        .until(() -> !CommandLines.ofHome(home).isEmpty());

    // when
    up.destroy();

    // then
    assertThat(up.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(CommandLines.ofHome(home)).isEmpty();
    assertThat(LocalCluster.attach(home.cluster())).isEmpty();
  }

  /** As what a script starts in the background does. What cannot be looked up is taken for no. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.isReadable(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
            .anyMatch(ignored -> (ignored & SIGINT) != 0);
  }

  private String run(String... arguments) throws Exception {
    Path output = Files.createTempFile(directory, "output", null);
    Process process = start(output, arguments);
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).describedAs(text).isZero();
    return text;
  }

  private Process start(Path output, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dhelium.project=" + project,
                "-Dstdout.encoding=UTF-8",
                // As the script starts it.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("HELIUM_HOME");
    environment.put("HELIUM_PORT", Integer.toString(ports.gateway()));
    environment.put(
        "HELIUM_MANAGEMENT_PORT",
        Integer.toString(ports.management().get(ServiceInstance.first(ServiceName.API_GATEWAY))));
    environment.put("HELIUM_BROKER_PORT", Integer.toString(ports.broker()));
    environment.put("HELIUM_HAZELCAST_PORT", Integer.toString(ports.hazelcast()));
    return builder.start();
  }
}
