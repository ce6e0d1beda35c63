package dev.helium.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.helium.cluster.binaries.Binaries;
import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.component.MonitoringProgram;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.stub.StubGrafana;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus where there is one, and a stub of Grafana, which nobody may bring along. */
class MonitorsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path directory;

  private MonitorPorts ports;
  private StackOptions options;
  private Deployment deployment;

  @BeforeEach
  void describe() throws IOException {
    ports = new MonitorPorts(freePort(), freePort());
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("HELIUM_GRAFANA", grafana().toString());
    options =
        StackOptions.of(Path.of(System.getProperty("helium.root")), environment)
            .withHome(new Home(directory.resolve("home")))
            .withLifetime(Lifetime.THIS_JVM);
    options.home().create();
    deployment =
        new Deployment(
            Set.of(
                ServiceInstance.first(ServiceName.KAFKA),
                ServiceInstance.first(ServiceName.API_GATEWAY),
                ServiceInstance.provisioner(2)),
            StackPorts.free(RandomGenerator.getDefault()),
            "127.0.0.1:1",
            directory.resolve("kubeconfig"),
            true);
    deployment.write(options.home());
  }

  @AfterEach
  void stop() {
    new StackStop(options.home(), StackListener.silent()).down();
  }

  @Test
  void startsThemLeavesThemAloneAndStopsThemWithTheRest() throws Exception {
    // given
    Optional<Path> prometheus =
        Binaries.ofMonitoring(System.getenv()).find(MonitoringProgram.PROMETHEUS);
    assumeTrue(prometheus.isPresent(), "Prometheus is not here");
    Monitors monitors = new Monitors(options, ports, StackListener.silent());

    // when
    monitors.up(prometheus.get(), deployment);

    // then
    URI address = ports.address(MonitorName.PROMETHEUS);
    await()
        .atMost(LIMIT)
        .until(() -> get(address + "/api/v1/targets").contains("\"process\":\"provisioner-2\""));
    assertThat(get(address + "/api/v1/targets"))
        .contains("\"cluster\":\"local\"", "\"process\":\"api-gateway\"")
        .doesNotContain("\"process\":\"kafka\"");
    assertThat(get(address + "/api/v1/rules"))
        .contains("HeliumProcessDown", address + "/consoles/runbook.html#a-process-does-not-answer")
        .doesNotContain("compose/RUNBOOK.md");
    assertThat(get(address + "/consoles/runbook.html")).contains("<h2 id=\"dead-letters\">");
    assertThat(new StackStatus(options.home()).of(deployment))
        .filteredOn(process -> process.healthy())
        .extracting(ProcessStatus::name)
        .containsExactly("prometheus", "grafana");
    assertThat(new StackLogs(options.home()).names()).contains("prometheus", "grafana");
    assertThat(new StackLogs(options.home()).find("prometheus")).isPresent();
    assertThat(monitors.ended()).isEmpty();

    // when
    List<Long> before = processes();
    monitors.up(prometheus.get(), deployment);

    // then
    assertThat(processes()).isEqualTo(before);

    // when
    ProcessHandle.of(before.getFirst()).ifPresent(ProcessHandle::destroyForcibly);

    // then
    await().atMost(LIMIT).until(() -> monitors.ended().contains(MonitorName.PROMETHEUS));

    // when
    int stopped = new StackStop(options.home(), StackListener.silent()).down();

    // then
    assertThat(stopped).isEqualTo(1);
    assertThat(processes()).isEmpty();
    assertThat(monitors.ended()).isEmpty();
  }

  @Test
  void tellsGrafanaWhereItsPagesAndItsPasswordAreAndNeverThePassword() throws IOException {
    // given
    MonitorFolder folder = new MonitorFolder(options.project(), options.home());
    folder.place(deployment, ports, "https://runbook.example");

    // when
    MonitorPlan plan =
        new MonitorPlans(options.home(), folder, ports, options.environment())
            .grafana(GrafanaProgram.find(options.environment()).orElseThrow());

    // then
    assertThat(plan.arguments()).containsExactly("server");
    assertThat(plan.environment())
        .containsEntry("HELIUM_PROMETHEUS_URL", "http://127.0.0.1:" + ports.prometheus())
        .containsEntry("HELIUM_DASHBOARDS", folder.dashboards().toString())
        .containsEntry("GF_SERVER_HTTP_ADDR", "127.0.0.1")
        .containsEntry(
            "GF_SECURITY_ADMIN_PASSWORD__FILE",
            options.home().keys().resolve("grafana-password").toString())
        .doesNotContainKeys("GF_SECURITY_ADMIN_PASSWORD", "HELIUM_GRAFANA");
    assertThat(folder.provisioning().resolve("datasources/helium.yml"))
        .content()
        .contains("$HELIUM_PROMETHEUS_URL");
    assertThat(Files.readString(folder.dashboards().resolve("fleet.json")))
        .contains("https://runbook.example#a-process-does-not-answer")
        .doesNotContain("compose/RUNBOOK.md");
  }

  @Test
  void refusesAGrafanaThatIsNone() {
    // given
    Path home = options.home().root();

    // when, then
    assertThatThrownBy(() -> GrafanaProgram.find(Map.of("HELIUM_GRAFANA", home.toString())))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("HELIUM_GRAFANA names " + home);
    assertThat(GrafanaProgram.find(Map.of("PATH", home.toString()))).isEmpty();
  }

  @Test
  void findsTheHomeOfAGrafanaOnThePathBehindItsLink() throws IOException {
    // given
    Path release = directory.resolve("release");
    Path executable = executable(release.resolve("bin/grafana-server"), "#!/bin/sh\n");
    Files.createDirectories(release.resolve("conf"));
    Files.createFile(release.resolve("conf/defaults.ini"));
    Path path = Files.createDirectories(directory.resolve("path"));
    Files.createSymbolicLink(path.resolve("grafana-server"), executable);

    // when
    GrafanaProgram found = GrafanaProgram.find(Map.of("PATH", path.toString())).orElseThrow();

    // then
    assertThat(found.arguments()).containsExactly("--homepath=" + release.toRealPath());
  }

  private List<Long> processes() {
    MonitorProcesses all = new MonitorProcesses(options.home(), Lifetime.DETACHED);
    return List.of(MonitorName.values()).stream()
        .flatMap(name -> all.running(name).stream())
        .map(ProcessHandle::pid)
        .toList();
  }

  private Path grafana() throws IOException {
    return executable(
        directory.resolve("bin/grafana"),
        "#!/bin/sh\nexec %s -cp '%s' %s\n"
            .formatted(
                ServiceProcesses.JAVA,
                System.getProperty("java.class.path"),
                StubGrafana.class.getName()));
  }

  private static Path executable(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static String get(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
