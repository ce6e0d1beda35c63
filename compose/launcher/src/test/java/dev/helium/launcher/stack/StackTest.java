package dev.helium.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.stub.StubProject;
import dev.helium.launcher.stub.StubService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class StackTest {
  private static final ServiceInstance WATCHER = ServiceInstance.first(ServiceName.STATUS_WATCHER);

  @TempDir Path directory;
  private StackOptions options;

  @BeforeEach
  void describeAStack(TestCluster cluster) throws IOException {
    options =
        StackOptions.of(StubProject.in(directory.resolve("project")), System.getenv())
            .withHome(new Home(directory.resolve("home")))
            .withPorts(StackPorts.free(RandomGenerator.getDefault()))
            .withKubeconfig(cluster.kubeconfig())
            .withLifetime(Lifetime.THIS_JVM);
  }

  @AfterEach
  void stopTheStack() {
    new StackStop(options.home(), StackListener.silent()).down();
  }

  @Test
  void startsEveryServiceAndSaysWhereItIs() {
    // when
    Deployment deployment = stack().up();

    // then
    assertThat(deployment.services()).isEqualTo(oneOfEach());
    assertThat(Deployment.read(options.home())).contains(deployment);
    assertThat(new StackStatus(options.home()).of(deployment))
        .hasSize(5)
        .allSatisfy(
            process -> {
              assertThat(process.state()).isEqualTo("ready");
              assertThat(process.healthy()).isTrue();
              assertThat(ProcessHandle.of(process.process())).isPresent();
              assertThat(process.residentKibibytes().orElse(0)).isPositive();
            });
  }

  @Test
  void leavesNoProcessBehind() {
    // given
    stack().up();
    assertThat(processes()).hasSize(5).allMatch(ProcessHandle::isAlive);

    // when
    int stopped = new StackStop(options.home(), StackListener.silent()).down();

    // then
    assertThat(stopped).isEqualTo(5);
    assertThat(processes()).isEmpty();
    assertThat(Deployment.read(options.home())).isEmpty();
    assertThat(new StackStop(options.home(), StackListener.silent()).down()).isZero();
  }

  @Test
  void stopsAProcessWhoseRecordGotLost() throws IOException {
    // given
    stack().up();
    Files.delete(options.home().run().resolve("provisioner.properties"));

    // when
    int stopped = new StackStop(options.home(), StackListener.silent()).down();

    // then
    assertThat(stopped).isEqualTo(5);
    assertThat(processes()).isEmpty();
  }

  @Test
  void startsOnlyWhatDoesNotRunAnyMore() {
    // given
    stack().up();
    Map<ServiceInstance, Long> before = numbers();

    // when
    stack().kill(WATCHER);
    assertThat(stack().isRunning(WATCHER)).isFalse();
    stack().up();

    // then
    Map<ServiceInstance, Long> after = numbers();
    assertThat(after.get(WATCHER)).isNotEqualTo(before.get(WATCHER));
    before.remove(WATCHER);
    assertThat(after).containsAllEntriesOf(before);
  }

  @Test
  void replacesWhatRunsWithOtherSettings() {
    // given
    stack().up();
    Map<ServiceInstance, Long> before = numbers();
    Map<String, String> environment = new HashMap<>(options.environment());
    environment.put("HELIUM_DEFAULT_EXPIRATION_DAYS", "7");

    // when
    options = options.withEnvironment(environment);
    stack().up();

    // then
    assertThat(numbers().values()).doesNotContainAnyElementsOf(before.values());
  }

  @Test
  void saysWhatTheLogOfAServiceEndsWithWhenItFails() {
    // given
    behave("deletion-controller=fails");

    // when
    assertThatThrownBy(() -> stack().up())

        // then
        .isInstanceOf(UserException.class)
        .hasMessageContaining("deletion-controller ended while it was starting")
        .hasMessageContaining("the stub was told to fail");
    assertThat(processes()).isEmpty();
  }

  @Test
  void saysWhatAServiceWaitsForWhenItTakesTooLong() {
    // given
    behave("provisioner=waits");
    options = options.withReadyLimit(Duration.ofSeconds(12));

    // when
    assertThatThrownBy(() -> stack().up())

        // then
        .isInstanceOf(UserException.class)
        .hasMessageContaining("provisioner is not ready after 12 s")
        .hasMessageContaining("kafka: no connection");
    assertThat(processes()).isEmpty();
  }

  @Test
  void namesTheTakenPortItsOwnerAndTheVariable() throws IOException {
    // given
    int port = options.ports().gateway();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(taken.isBound()).isTrue();

      // when
      assertThatThrownBy(() -> stack().up())

          // then
          .isInstanceOf(UserException.class)
          .hasMessageContaining("Port " + port + ", which api-gateway needs")
          .hasMessageContaining("process " + ProcessHandle.current().pid() + " (java")
          .hasMessageContaining("HELIUM_PORT");
      assertThat(processes()).isEmpty();
    }
  }

  @Test
  void startsTheOriginalsTwoHalvesOneAfterTheOther() {
    // given
    StackOptions all = options;
    options = all.withMode(Mode.API);
    stack().up();
    assertThat(numbers())
        .doesNotContainKey(ServiceInstance.first(ServiceName.DELETION_CONTROLLER))
        .hasSize(4);

    // when
    options = all.withMode(Mode.CONTROLPLANE);
    Deployment deployment = stack().up();

    // then
    assertThat(numbers()).hasSize(5);
    assertThat(deployment.services()).isEqualTo(oneOfEach());
  }

  @Test
  void startsNoBrokerWhereKafkaIsGiven() {
    // given
    options = options.withOutsideKafka("kafka.example:9092");

    // when
    Deployment deployment = stack().up();

    // then
    assertThat(deployment.bootstrap()).isEqualTo("kafka.example:9092");
    assertThat(numbers()).hasSize(4).doesNotContainKey(ServiceInstance.first(ServiceName.KAFKA));
  }

  @Test
  void keepsSecretsToTheirOwner() throws IOException {
    // given
    stack().up();
    String token = Files.readString(options.home().token());

    // when
    stack().up();

    // then
    assertThat(token).hasSize(44).isEqualTo(Files.readString(options.home().token()));
    for (Path file : List.of(options.home().token(), options.home().passphrase())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(options.home().passphrase()).content().isNotEqualTo(token);
  }

  @Test
  void forgetsEverythingButWhatWasBuilt() throws IOException {
    // given
    stack().up();
    Files.createDirectories(options.home().build());
    StackStop stop = new StackStop(options.home(), StackListener.silent());
    stop.down();

    // when
    List<String> wiped = stop.wipe();

    // then
    assertThat(wiped).contains("keys", "logs", "run", "token", "kafka");
    assertThat(options.home().root()).isDirectoryContaining(options.home().build()::equals);
    try (var left = Files.list(options.home().root())) {
      assertThat(left).containsExactly(options.home().build());
    }
  }

  private static Set<ServiceInstance> oneOfEach() {
    return Arrays.stream(ServiceName.values())
        .map(ServiceInstance::first)
        .collect(Collectors.toSet());
  }

  private Stack stack() {
    return new Stack(options, StackListener.silent());
  }

  private void behave(String behaviour) {
    Map<String, String> environment = new HashMap<>(options.environment());
    environment.put(StubService.BEHAVIOUR, behaviour);
    options = options.withEnvironment(environment);
  }

  private Map<ServiceInstance, Long> numbers() {
    ServiceProcesses processes =
        new ServiceProcesses(options.home(), options.lifetime(), options.environment());
    Map<ServiceInstance, Long> numbers = new HashMap<>();
    for (ServiceInstance service : ServiceInstance.all()) {
      processes.running(service).ifPresent(process -> numbers.put(service, process.pid()));
    }
    return numbers;
  }

  /** Without those that have ended and only wait for this JVM to take their exit code. */
  private List<ProcessHandle> processes() {
    return CommandLines.ofHome(options.home());
  }
}
