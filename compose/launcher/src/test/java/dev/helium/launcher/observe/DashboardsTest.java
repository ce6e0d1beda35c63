package dev.helium.launcher.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.launcher.stack.RunbookPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dashboards hold to what makes them readable at night. Edit them in Grafana, save the JSON. */
class DashboardsTest {
  private static final Path FOLDER = ObserveFiles.GRAFANA.resolve("dashboards");
  private static final String RUNBOOK = "compose/RUNBOOK.md";

  /** That no deletion has come to its end for ten minutes is seen in for how long none has. */
  private static final Set<String> SAID_BY_OTHERS = Set.of("helium_deletion_backlog_stuck");

  /** What series are kept apart by. */
  private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");

  @Test
  void hasAPageForEachQuestionOfSomebodyOnCall() {
    assertThat(dashboards().map(page -> page.path("uid").asText()))
        .containsExactlyInAnyOrder(
            "helium-fleet",
            "helium-provisioning",
            "helium-readiness",
            "helium-deletion",
            "helium-events",
            "helium-engine");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void isOfTheSchemaThatGrafanaUpgradesFromAndSaysWhatItIsFor(JsonNode page) {
    assertThat(page.path("schemaVersion").asInt()).isEqualTo(39);
    assertThat(page.path("title").asText()).startsWith("Helium / ");
    assertThat(page.path("description").asText()).isNotBlank();
    assertThat(page.path("tags")).anySatisfy(tag -> assertThat(tag.asText()).isEqualTo("helium"));
    assertThat(page.path("refresh").asText()).isEqualTo("30s");
    assertThat(page.has("id")).describedAs("the number of one Grafana's database").isFalse();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void choosesWhatIsShownByVariablesThatAllQueriesHeed(JsonNode page) {
    // given
    List<String> variables =
        ObserveFiles.stream(page.path("templating").path("list"))
            .map(variable -> variable.path("name").asText())
            .toList();

    // then
    assertThat(variables).contains("cluster");
    String queries = queries(page).collect(Collectors.joining("\n"));
    assertThat(variables).allSatisfy(name -> assertThat(queries).contains("$" + name));
    assertThat(queries(page).filter(query -> !query.contains("ALERTS")))
        .allSatisfy(query -> assertThat(query).contains("cluster=~\"$cluster\""));
  }

  @ParameterizedTest
  @MethodSource("panels")
  void asksOneQuestionInEachPanelAndSaysWhatToDoAboutTheAnswer(JsonNode panel) {
    assertThat(panel.path("title").asText()).isNotBlank();
    assertThat(panel.path("description").asText()).describedAs("its question").contains("?");
    assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText()).isNotBlank();
    assertThat(panel.path("fieldConfig").path("defaults").path("thresholds").path("steps"))
        .isNotEmpty();
    assertThat(panel.path("links")).isNotEmpty();
    assertThat(panel.path("targets")).isNotEmpty();
    assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("helium");
  }

  /** In a few samples before one moment, hardly anything has happened. */
  @ParameterizedTest
  @MethodSource("panels")
  void asksOfOneMomentWithAWindowOfItsOwn(JsonNode panel) {
    assertThat(
            ObserveFiles.stream(panel.path("targets"))
                .filter(target -> target.path("instant").asBoolean())
                .map(target -> target.path("expr").asText()))
        .noneMatch(query -> query.contains("$__rate_interval"));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void keepsProcessesApartThatHaveOneNameInTwoClusters(JsonNode page) {
    assertThat(
            queries(page)
                .flatMap(query -> GROUPING.matcher(query).results())
                .map(grouping -> List.of(grouping.group(1).split(", *", -1)))
                .filter(labels -> labels.contains("process")))
        .allMatch(labels -> labels.contains("cluster"));
  }

  /** Series of one query come in whatever order, so bars that have one are a query each. */
  @ParameterizedTest
  @MethodSource("panels")
  void putsBarsInAnOrder(JsonNode panel) {
    if (panel.path("type").asText().equals("bargauge")) {
      assertThat(panel.path("targets"))
          .allMatch(
              target ->
                  target.path("expr").asText().startsWith("sort")
                      || !target.path("legendFormat").asText().contains("{{"));
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void countsItsPanelsOnceAndLaysThemOutWithoutOverlap(JsonNode page) {
    // given
    List<JsonNode> panels = ObserveFiles.stream(page.path("panels")).toList();

    // then
    assertThat(panels.stream().map(panel -> panel.path("id").asInt()))
        .doesNotHaveDuplicates()
        .allMatch(id -> id > 0);
    for (JsonNode one : panels) {
      assertThat(position(one, "x") + position(one, "w")).isLessThanOrEqualTo(24);
      assertThat(panels.stream().filter(other -> !other.equals(one) && overlap(one, other)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void leadsOnlyToChaptersAndPagesThatThereAre(JsonNode page) {
    // given
    Set<String> anchors =
        ObserveFiles.text(ObserveFiles.COMPOSE.resolve("RUNBOOK.md"))
            .lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> RUNBOOK + "#" + RunbookPage.anchor(line.substring(3)))
            .collect(Collectors.toSet());
    Set<String> pages =
        dashboards().map(other -> "/d/" + other.path("uid").asText()).collect(Collectors.toSet());

    // then
    assertThat(page.findValuesAsText("url"))
        .isNotEmpty()
        .allMatch(url -> url.equals(RUNBOOK) || anchors.contains(url) || pages.contains(url));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void asksOnlyForWhatThereIs(JsonNode page) {
    // given
    Set<String> known = Metrics.known();

    // then
    assertThat(queries(page))
        .isNotEmpty()
        .allSatisfy(query -> assertThat(known).containsAll(Metrics.in(query)));
  }

  @Test
  void showsEveryMetricOfHeliumOrHasARuleForIt() {
    // given
    Set<String> asked =
        Stream.concat(
                dashboards().flatMap(DashboardsTest::queries),
                ObserveFiles.rules().stream().map(ObserveFiles.Rule::query))
            .flatMap(query -> Metrics.in(query).stream())
            .collect(Collectors.toSet());

    // then
    assertThat(Metrics.ofHelium())
        .isNotEmpty()
        .filteredOn(metric -> Metrics.series(metric).noneMatch(asked::contains))
        .containsExactlyInAnyOrderElementsOf(SAID_BY_OTHERS);
  }

  static Stream<JsonNode> dashboards() {
    return ObserveFiles.in(FOLDER, ".json").stream().map(ObserveFiles::json);
  }

  static Stream<JsonNode> panels() {
    return dashboards()
        .flatMap(page -> ObserveFiles.stream(page.path("panels")))
        .filter(panel -> !panel.path("type").asText().equals("row"));
  }

  private static Stream<String> queries(JsonNode page) {
    return ObserveFiles.stream(page.path("panels"))
        .flatMap(panel -> ObserveFiles.stream(panel.path("targets")))
        .map(target -> target.path("expr").asText());
  }

  private static int position(JsonNode panel, String name) {
    return panel.path("gridPos").path(name).asInt();
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return position(one, "x") < position(other, "x") + position(other, "w")
        && position(other, "x") < position(one, "x") + position(one, "w")
        && position(one, "y") < position(other, "y") + position(other, "h")
        && position(other, "y") < position(one, "y") + position(one, "h");
  }
}
