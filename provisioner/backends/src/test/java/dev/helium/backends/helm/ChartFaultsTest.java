package dev.helium.backends.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.helium.backends.BackendInput;
import dev.helium.backends.PreparationException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of charts that cannot be made, and what is not. */
class ChartFaultsTest {
  @TempDir private Path folder;

  @Test
  void aTemplateThatFailsIsNamedWithItsLine() {
    // given
    TestChart chart = TestChart.named("web").settings("it", "{{ .Values.missing.deeper | quote }}");

    // when, then
    assertThat(said(chart, ""))
        .isEqualTo(
            "the chart cannot be rendered: web/templates/it.yaml line 6: at"
                + " <.Values.missing.deeper>: nil pointer evaluating interface {}.deeper");
  }

  @Test
  void aTemplateThatFailsInAnotherIsNamedWithBoth() {
    // given
    TestChart chart =
        TestChart.named("web")
            .template(
                "_helpers.tpl",
                """
                {{ define "it" }}
                {{ .Values.number | int | sub "a" }}
                {{ .Values.no.more }}{{ end }}\
                """)
            .settings("it", "{{ include \"it\" . }}");

    // when, then
    assertThat(said(chart, ""))
        .startsWith(
            "the chart cannot be rendered: web/templates/it.yaml line 6, from there"
                + " web/templates/_helpers.tpl line 3:");
  }

  @Test
  void aValueThatTheChartRequiresIsAskedForInItsWords() {
    // given
    TestChart chart =
        TestChart.named("web")
            .settings("it", "{{ required \"give a password, such as s3cret!\" .Values.password }}");

    // when, then
    assertThat(said(chart, ""))
        .isEqualTo(
            "the chart cannot be rendered: web/templates/it.yaml line 6: give a password, such as"
                + " s3cret!");
  }

  @Test
  void valuesAreNotSaid() {
    // given
    TestChart spoken =
        TestChart.named("web")
            .settings(
                "it",
                "{{ fail (printf \"bad: %s and %s\" .Values.password (.Values.password | b64enc))"
                    + " }}");
    TestChart counted =
        TestChart.named("web")
            .settings(
                "it",
                "{{ atoi .Values.password | add 1 }}{{ mustRegexMatch .Values.password \"x\" }}");

    // when, then
    for (TestChart chart : new TestChart[] {spoken, counted}) {
      assertThat(said(chart, "values: {password: '(hunter2-and-more'}"))
          .contains("web/templates/it.yaml line 6")
          .doesNotContain("hunter2")
          .doesNotContain("KGh1bnRlcjI");
    }
  }

  @Test
  void valuesThatBreakTheSchemaOfTheChartAreNamed() {
    // given
    TestChart chart =
        TestChart.named("web")
            .file(
                "values.schema.json",
                """
                {"type":"object","properties":{"port":{"type":"integer"},
                 "mode":{"enum":["a","b"]}},"required":["host"]}
                """)
            .settings("it", "x");

    // when, then
    assertThat(said(chart, "values: {port: 'secret-port', mode: 'secret-mode'}"))
        .startsWith("the chart cannot be rendered: the values break the schema of the chart: web:")
        .contains("port")
        .contains("host")
        .doesNotContain("secret-");
  }

  @Test
  void whatIsNoYamlIsNamed() {
    // given
    TestChart chart =
        TestChart.named("web").template("it.yaml", "kind: {{ .Values.it }}\n  - x: [\n");

    // when, then
    assertThat(said(chart, "values: {it: ConfigMap}")).contains("web/templates/it.yaml");
  }

  @Test
  void chartsThatCannotBeInstalledAreRefused() {
    assertThat(said(TestChart.of("words", "1.0.0", "type: library\n"), ""))
        .isEqualTo("the chart cannot be rendered: library charts are not installable");
    assertThat(said(TestChart.of("old", "1.0.0", "kubeVersion: '<1.20'\n"), ""))
        .contains(
            "chart requires kubeVersion: <1.20 which is incompatible with Kubernetes v1.36.3");
    assertThat(
            said(
                TestChart.of(
                    "lacking",
                    "1.0.0",
                    "dependencies: [{name: other, version: 1.0.0, repository:"
                        + " 'https://x.example'}]\n"),
                ""))
        .contains("missing in charts/ directory: other");
  }

  @Test
  void kindsThatTheClusterDoesNotKnowAreNamed() {
    // given
    TestChart chart =
        TestChart.named("web")
            .template("it.yaml", "apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: it}\n");

    // when, then
    assertThat(said(chart, "")).contains("no matches for kind");
  }

  @Test
  void whatBelongsToTheClusterOrElsewhereIsRefusedUnlessAllowed() {
    // given
    TestChart chart =
        TestChart.named("wide")
            .template(
                "all.yaml",
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: it}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: other}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: {{ .Release.Namespace }}}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: it, namespace: other}
                """);

    // when, then
    assertThat(said(chart, ""))
        .isEqualTo(
            "the chart makes objects that belong to the whole cluster, which is not allowed here:"
                + " ClusterRole, Namespace; the chart makes objects in other namespaces, which is"
                + " not allowed here: ConfigMap/it in other");

    // when
    Attempt allowed =
        new Attempt(
                folder,
                HelmPolicy.from(
                    Map.of(
                        "HELIUM_HELM_CLUSTER_SCOPED", "ClusterRole, Namespace",
                        "HELIUM_HELM_NAMESPACES", "other")))
            .make(chart, "");

    // then
    assertThat(allowed.turns()).hasSize(1);
    assertThat(allowed.turns().getFirst())
        .containsExactlyInAnyOrder("Namespace/other", "ClusterRole/it", "ConfigMap/it");
  }

  @Test
  void aChartThatCannotBeFetchedIsCalledThatAndNamesItsHost() {
    // given a port that nobody listens at
    String values = "chart: {url: 'http://127.0.0.1:1/web.tgz', username: ada, password: hunter2}";
    Attempt attempt =
        new Attempt(folder, HelmPolicy.from(Map.of("HELIUM_HELM_ALLOW", "127.0.0.0/8")));

    // when
    Throwable thrown = catchThrowable(() -> attempt.make(new BackendInput(Map.of(), values)));

    // then
    assertThat(thrown)
        .hasMessage("the chart cannot be fetched: 127.0.0.1:1 does not answer (ConnectException)")
        .asInstanceOf(type(PreparationException.class))
        .returns(PreparationException.Kind.SOURCE_UNAVAILABLE, PreparationException::kind);
  }

  private String said(TestChart chart, String valuesYaml) {
    Throwable thrown =
        catchThrowable(() -> new Attempt(folder, HelmPolicy.STRICT).make(chart, valuesYaml));
    assertThat(thrown).isInstanceOf(PreparationException.class);
    assertThat(thrown.getMessage()).hasSizeLessThan(500);
    return thrown.getMessage();
  }
}
