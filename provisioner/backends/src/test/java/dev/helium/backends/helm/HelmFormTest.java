package dev.helium.backends.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.helm.rendering.Renderer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may be asked for; nobody is asked anything. */
class HelmFormTest {
  private final HelmBackend strict = new HelmBackend(HelmPolicy.STRICT, new Renderer());
  private final HelmBackend open =
      new HelmBackend(
          HelmPolicy.from(
              Map.of(
                  "HELIUM_HELM_ALLOW", "registry.internal",
                  "HELIUM_HELM_DIRECTORIES", "/srv/charts")),
          new Renderer());

  @Test
  void everyPlaceOfAChartIsTaken() {
    assertThat(problems(strict, "chart: {repository: 'https://charts.example.com', name: web}"))
        .isEmpty();
    assertThat(
            problems(
                strict,
                "chart: {repository: 'https://charts.example.com/a/', name: web, version: '^1.2',"
                    + " username: ada, password: secret}\n"
                    + "releaseName: mine\n"
                    + "values: {any: [1, {a: b}]}"))
        .isEmpty();
    assertThat(problems(strict, "chart: {oci: 'oci://ghcr.io/charts/web', version: 1.2.3}"))
        .isEmpty();
    assertThat(problems(strict, "chart: {url: 'https://example.com/web-1.tgz'}")).isEmpty();
    assertThat(problems(open, "chart: {oci: 'oci://registry.internal:5000/web', plainHttp: true}"))
        .isEmpty();
    assertThat(problems(open, "chart: {directory: web}")).isEmpty();
    assertThat(strict.validate(uploaded(new byte[] {0x1F, (byte) 0x8B, 8}, "")))
        .isInstanceOf(Validated.Accepted.class);
  }

  @Test
  void theFieldOfTheOriginalSaysTheVersion() {
    assertThat(
            problems(
                strict,
                new BackendInput(
                    Map.of("helmVersion", "not a version"), "chart: {oci: 'oci://ghcr.io/web'}")))
        .containsExactly(
            "valuesYaml.chart.version must be a version or a constraint such as ^1.2 or >=1.2 <2");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(
            problems(
                strict,
                new BackendInput(
                    Map.of("pachdVersion", "2.0"),
                    "chart: {repositry: x, name: 7}\nvaluess: {}\nreleaseName: No_Name")))
        .containsExactlyInAnyOrder(
            "pachdVersion is not taken by the backend \"helm\"",
            "valuesYaml.chart.repositry is not known; did you mean \"repository\"?",
            "valuesYaml.chart.name must be text",
            "valuesYaml.valuess is not known; did you mean \"values\"?",
            "valuesYaml.releaseName does not fit: Name of the release; the name of the workspace,"
                + " up to its first 53 characters, when not given.");
  }

  @Test
  void aChartIsInOnePlace() {
    String rule =
        "valuesYaml.chart must be exactly one of repository, oci, url, directory and the file"
            + " \"chart\"";
    assertThat(problems(strict, "")).containsExactly(rule);
    assertThat(
            problems(
                strict,
                "chart: {repository: 'https://charts.example.com', url:"
                    + " 'https://example.com/a.tgz'}"))
        .containsExactly(rule + ", not repository and url");
  }

  @Test
  void whatHasNoMeaningThereIsRefused() {
    assertThat(
            problems(
                strict,
                "chart: {url: 'https://example.com/a.tgz', version: 1.2.3, name: web, password:"
                    + " p}"))
        .containsExactlyInAnyOrder(
            "valuesYaml.chart.name has no meaning for a chart from there",
            "valuesYaml.chart.version has no meaning for a chart from there",
            "valuesYaml.chart.username must be given with a password");
  }

  @Test
  void hostsInsideFoldersAndPlainTextAreTheOperatorsToAllow() {
    assertThat(problems(strict, "chart: {directory: web}"))
        .containsExactly("valuesYaml.chart.directory is not taken here");
    assertThat(problems(open, "chart: {directory: ../../etc}"))
        .containsExactly(
            "valuesYaml.chart.directory must be below the folder that is open for charts");
    assertThat(problems(strict, "chart: {oci: 'oci://registry.internal/web'}"))
        .containsExactly(
            "valuesYaml.chart.oci leads to an address inside, which may not be asked here");
    assertThat(problems(strict, "chart: {url: 'http://example.com/a.tgz'}"))
        .containsExactly(
            "valuesYaml.chart.url must begin with https, unless its host is allowed inside");
    assertThat(problems(open, "chart: {url: 'https://ada:pw@example.com/a.tgz'}"))
        .containsExactly(
            "valuesYaml.chart.url must be an address with https and a host, without a user");
  }

  @Test
  void anUploadHasToBeAnArchive() {
    assertThat(problems(strict, uploaded(new byte[] {'P', 'K', 3, 4}, "")))
        .containsExactly("valuesYaml.chart must be an archive of a chart (.tgz)");
  }

  private static BackendInput uploaded(byte[] content, String valuesYaml) {
    return new BackendInput(Map.of(), valuesYaml, "", ByteBuffer.wrap(content));
  }

  private static List<String> problems(HelmBackend backend, String valuesYaml) {
    return problems(backend, new BackendInput(Map.of(), valuesYaml));
  }

  private static List<String> problems(HelmBackend backend, BackendInput input) {
    return switch (backend.validate(input)) {
      case Validated.Accepted ignored -> List.of();
      case Validated.Rejected(List<Problem> problems) ->
          problems.stream().map(problem -> problem.field() + " " + problem.rule()).toList();
    };
  }
}
