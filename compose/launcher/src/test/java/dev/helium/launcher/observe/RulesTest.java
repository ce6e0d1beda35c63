package dev.helium.launcher.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.helium.cluster.binaries.Binaries;
import dev.helium.cluster.component.MonitoringProgram;
import dev.helium.cluster.process.BoundedCommand;
import dev.helium.launcher.observe.ObserveFiles.Rule;
import dev.helium.launcher.stack.RunbookPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules and alerts: what they ask for exists, and whoever is woken knows what to do. */
class RulesTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String BASE = "compose/RUNBOOK.md#";

  @Test
  void asksOnlyForWhatThereIs() {
    // given
    var known = Metrics.known();

    // then
    assertThat(ObserveFiles.rules())
        .isNotEmpty()
        .allSatisfy(
            rule ->
                assertThat(known).describedAs(rule.name()).containsAll(Metrics.in(rule.query())));
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void saysOfEachAlertWhatItMeansWhatToLookAtAndWhatToDo(Rule alert) {
    // given
    String address = alert.annotations().path("runbook_url").asText();
    Map<String, String> chapters =
        chapters(ObserveFiles.text(ObserveFiles.COMPOSE.resolve("RUNBOOK.md")));

    // then
    assertThat(address).startsWith(BASE);
    assertThat(chapters).containsKey(address.substring(BASE.length()));
    assertThat(chapters.get(address.substring(BASE.length())))
        .contains("`" + alert.alert() + "`")
        .contains("**You see**", "**It means**", "**Look at**", "**Do");
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void tellsEachAlertShortlyAndSaysWhetherSomebodyIsWoken(Rule alert) {
    assertThat(alert.labels().path("severity").asText()).isIn("page", "ticket");
    assertThat(alert.annotations().path("summary").asText()).hasSizeBetween(10, 100);
    assertThat(alert.annotations().path("description").asText()).hasSizeBetween(20, 200);
    assertThat(alert.annotations().toString()).doesNotContain("$labels.workspace", "$labels.owner");
  }

  @Test
  void hasATestOfEachAlertAndOfEachObjective() {
    // given
    String tests =
        ObserveFiles.text(ObserveFiles.PROMETHEUS.resolve("tests/alerts.yml"))
            + ObserveFiles.text(ObserveFiles.PROMETHEUS.resolve("tests/objectives.yml"));

    // then
    assertThat(ObserveFiles.alerts())
        .allSatisfy(
            alert -> assertThat(tests).contains("alertname=\"%s\"".formatted(alert.alert())));
  }

  @Test
  void recordsEveryWindowOfEveryObjective() {
    // given
    List<String> objectives =
        ObserveFiles.rules().stream()
            .filter(rule -> rule.record().equals("helium:objective_budget:ratio"))
            .map(rule -> rule.labels().path("objective").asText())
            .toList();

    // then
    assertThat(objectives).hasSize(6);
    for (String window : List.of("5m", "30m", "1h", "6h", "30d")) {
      assertThat(
              ObserveFiles.rules().stream()
                  .filter(
                      rule -> rule.record().equals("helium:objective_errors:ratio_rate" + window))
                  .peek(rule -> assertThat(rule.query()).contains("[" + window + "]"))
                  .map(rule -> rule.labels().path("objective").asText()))
          .containsExactlyElementsOf(objectives);
    }
  }

  @Test
  void passesPrometheusOwnChecks() {
    run("check", "rules", ObserveFiles.in(ObserveFiles.PROMETHEUS.resolve("rules"), ".yml"));
    run("check", "config", List.of(ObserveFiles.PROMETHEUS.resolve("prometheus.yml")));
  }

  @Test
  void firesAndGoesInPrometheusOwnTests() {
    run("test", "rules", ObserveFiles.in(ObserveFiles.PROMETHEUS.resolve("tests"), ".yml"));
  }

  static Stream<Rule> alerts() {
    return ObserveFiles.alerts().stream();
  }

  private static void run(String command, String what, List<Path> files) {
    Optional<Path> tool = Binaries.ofMonitoring(System.getenv()).find(MonitoringProgram.PROMTOOL);
    assumeTrue(
        tool.isPresent(), "promtool is not here: ./helium cluster-binaries --observe gets it");
    List<String> all = new ArrayList<>(List.of(tool.get().toString(), command, what));
    files.forEach(file -> all.add(file.toString()));
    BoundedCommand.Result result = BoundedCommand.run(all, Map.of(), LIMIT);
    assertThat(result.exitCode()).describedAs(result.output()).isZero();
  }

  /** The text of each chapter by what a link to it says. */
  private static Map<String, String> chapters(String runbook) {
    Map<String, String> chapters = new HashMap<>();
    for (String chapter : runbook.split("(?m)^## ", -1)) {
      String title = chapter.lines().findFirst().orElse("");
      chapters.put(RunbookPage.anchor(title), chapter);
    }
    return chapters;
  }
}
