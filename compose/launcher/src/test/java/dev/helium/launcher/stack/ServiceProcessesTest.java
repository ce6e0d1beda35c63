package dev.helium.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.process.BoundedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessesTest {
  private static final ServiceInstance KAFKA = ServiceInstance.first(ServiceName.KAFKA);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path directory;
  private ServiceProcesses processes;

  @BeforeEach
  void describeProcesses() {
    processes = new ServiceProcesses(new Home(directory), Lifetime.DETACHED, System.getenv());
  }

  @AfterEach
  void leaveNone() {
    processes.stop(KAFKA, Duration.ofSeconds(1));
  }

  @Test
  void leavesAStrangerWithARecordedNumberAlone() throws IOException {
    // given
    Path record = directory.resolve("run").resolve("kafka.properties");
    processes.start(plan("first"));
    long number = processes.running(KAFKA).orElseThrow().pid();
    String earlier = Files.readString(record);
    String truth;
    do {
      // Two that begin within a hundredth of a second cannot be told apart by their birth.
      processes.stop(KAFKA, LIMIT);
      processes.start(plan("first"));
      truth = Files.readString(record);
    } while (birth(truth).equals(birth(earlier)));
    ProcessHandle stranger = processes.running(KAFKA).orElseThrow();

    // when
    Files.writeString(record, earlier.replace("=" + number + "\n", "=" + stranger.pid() + "\n"));
    boolean stopped = processes.stop(KAFKA, LIMIT);

    // then
    assertThat(stopped).isFalse();
    assertThat(stranger.isAlive()).isTrue();
    Files.writeString(record, truth);
    assertThat(processes.stop(KAFKA, LIMIT)).isTrue();
    await().atMost(Duration.ofMinutes(1)).until(() -> !stranger.isAlive());
  }

  @Test
  void killsWhatDoesNotEndWhenAsked() {
    // given
    processes.start(new ServicePlan(KAFKA, stub(Stubborn.class), List.of(), Map.of(), ""));
    Path log = processes.logOf(KAFKA);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Files.readString(log).contains("stubborn from now on"));
    ProcessHandle stubborn = processes.running(KAFKA).orElseThrow();

    // when
    boolean stopped = processes.stop(KAFKA, Duration.ofMillis(200));

    // then
    assertThat(stopped).isTrue();
    await().atMost(Duration.ofMinutes(1)).until(() -> !stubborn.isAlive());
  }

  @Test
  void letsAProcessStandStillAndGoOn() {
    // given
    processes.start(plan("first"));
    ProcessHandle process = processes.running(KAFKA).orElseThrow();

    // when
    processes.pause(KAFKA);

    // then
    await().atMost(Duration.ofMinutes(1)).until(() -> state(process).equals("T"));
    assertThat(processes.running(KAFKA)).contains(process);

    // when
    processes.resume(KAFKA);

    // then
    await().atMost(Duration.ofMinutes(1)).until(() -> !state(process).equals("T"));
  }

  @Test
  void killsWhatStandsStill() {
    // given
    processes.start(plan("first"));
    ProcessHandle process = processes.running(KAFKA).orElseThrow();
    processes.pause(KAFKA);

    // when
    processes.kill(KAFKA);

    // then
    await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
    assertThat(processes.running(KAFKA)).isEmpty();
    assertThatThrownBy(() -> processes.pause(KAFKA)).hasMessage("kafka does not run");
  }

  @Test
  void forgetsWhatAKilledProcessHasNotRecordedToTheEnd() throws IOException {
    // given
    processes.start(plan("first"));
    Path recording = new Home(directory).recordingOf(KAFKA);
    Files.writeString(recording, "java/lang/Obj");

    // when
    processes.kill(KAFKA);

    // then
    assertThat(recording).doesNotExist();
  }

  @Test
  void takesNoOtherHintForAReasonToRestart() {
    // given
    processes.start(plan("first"));

    // when
    ServicePlan hinted =
        new ServicePlan(
            KAFKA,
            stub(Patient.class),
            List.of("-Xshare:auto"),
            Map.of("HELIUM_VALUE", "first"),
            "");

    // then
    assertThat(hinted.command()).startsWith("-cp").contains("-Xshare:auto");
    assertThat(processes.isCurrent(hinted)).isTrue();
  }

  @Test
  void keepsTheLogOfTheProcessBefore() {
    // given
    processes.start(plan("first"));
    processes.stop(KAFKA, LIMIT);

    // when
    processes.start(plan("second"));

    // then
    assertThat(processes.logOf(KAFKA)).exists();
    assertThat(directory.resolve("logs").resolve("kafka.log.previous")).exists();
  }

  @Test
  void knowsWhetherAProcessIsTheOneThatIsPlanned() {
    // given
    ServicePlan plan = plan("first");

    // when
    processes.start(plan);

    // then
    assertThat(processes.isCurrent(plan)).isTrue();
    assertThat(processes.isCurrent(plan("second"))).isFalse();
    ServiceProcesses another =
        new ServiceProcesses(new Home(directory), Lifetime.DETACHED, Map.of());
    assertThat(another.isCurrent(plan)).isTrue();
  }

  /** The letter that the system has for what a process does. */
  private static String state(ProcessHandle process) {
    return BoundedCommand.run(
            List.of("ps", "-o", "stat=", "-p", Long.toString(process.pid())), Map.of(), LIMIT)
        .output()
        .substring(0, 1);
  }

  private static ServicePlan plan(String value) {
    return new ServicePlan(
        KAFKA, stub(Patient.class), List.of(), Map.of("HELIUM_VALUE", value), "");
  }

  private static List<String> stub(Class<?> mainClass) {
    return List.of("-cp", System.getProperty("java.class.path"), mainClass.getName());
  }

  private static String birth(String record) {
    return record.lines().filter(line -> line.startsWith("birth=")).findFirst().orElseThrow();
  }

  /** Waits to be told to end. */
  static final class Patient {
    private Patient() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.currentThread().join();
    }
  }

  /** Takes for ever to end. */
  static final class Stubborn {
    private Stubborn() {}

    public static void main(String[] arguments) throws InterruptedException {
      Semaphore none = new Semaphore(0);
      Runtime.getRuntime().addShutdownHook(new Thread(none::acquireUninterruptibly));
      System.out.println("stubborn from now on");
      Thread.currentThread().join();
    }
  }
}
