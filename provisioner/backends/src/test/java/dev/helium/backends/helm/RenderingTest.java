package dev.helium.backends.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.PreparationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What charts render to, of every shape that charts have. */
class RenderingTest {
  @TempDir private Path folder;

  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: {{ .Release.Name }}-web
      spec:
        replicas: {{ .Values.replicas }}
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
              - name: web
                image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
            volumes:
              - name: settings
                configMap: {name: settings, defaultMode: 0644}
      """;

  @Test
  void valuesAreLaidOverThoseOfTheChart() {
    // given
    TestChart chart =
        TestChart.named("web")
            .values("replicas: 1\nimage: {repository: nginx, tag: '1.0', pullPolicy: Always}\n")
            .template("web.yaml", WEB)
            .settings("settings", "{{ .Values.image | toJson | quote }}");

    // when
    Attempt attempt =
        attempt()
            .make(
                chart,
                "releaseName: mine\nvalues: {replicas: 3, image: {tag: '2.0', pullPolicy: null}}");

    // then
    assertThat(attempt.turns())
        .containsExactly(List.of("ConfigMap/settings"), List.of("Deployment/mine-web"));
    assertThat(attempt.object("Deployment/mine-web"))
        .extractingByKey("spec")
        .hasToString(
            "{replicas=3, selector={matchLabels={app=web}}, template={metadata={labels={app=web}},"
                + " spec={containers=[{name=web, image=nginx:2.0}], volumes=[{name=settings,"
                + " configMap={name=settings, defaultMode=420}}]}}}");
    assertThat(attempt.setting("settings")).isEqualTo("{\"repository\":\"nginx\",\"tag\":\"2.0\"}");
    assertThat(attempt.release().outputs())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("HelmChart", "web 1.2.3", "HelmAppVersion", "9.9", "HelmRevision", "1"));
  }

  @Test
  void releaseAndClusterAreWhatHelmSaysTheyAre() {
    // given
    TestChart chart =
        TestChart.named("facts")
            .settings(
                "facts",
                "{{ list .Release.Name .Release.Namespace .Release.IsInstall .Release.Revision"
                    + " .Capabilities.KubeVersion.Version (.Capabilities.APIVersions.Has"
                    + " \"example.org/v1/Thing\") (.Capabilities.APIVersions.Has"
                    + " \"example.org/v2\") | join \" \" | quote }}");

    // when
    Attempt attempt =
        attempt().in(new TestCluster().inNamespaces("example.org/v1", "Thing")).make(chart, "");

    // then
    assertThat(attempt.setting("facts")).isEqualTo("wonder wonder true 1 v1.36.3 true false");
  }

  @Test
  void dependenciesAreRenderedWhenTheirConditionsHold() {
    // given
    TestChart chart =
        TestChart.of(
                "top",
                "1.0.0",
                """
                dependencies:
                  - {name: wanted, version: 1.2.3, condition: wanted.enabled}
                  - {name: unwanted, version: 1.2.3, condition: unwanted.enabled}
                  - {name: shared, version: 1.2.3}
                """)
            .values(
                "wanted: {enabled: true, it: top}\nunwanted: {enabled: false}\nglobal: {g: all}\n")
            .with(
                TestChart.named("wanted")
                    .values("it: own\n")
                    .settings("wanted", "{{ .Values.it }} {{ .Values.global.g }}"))
            .with(TestChart.named("unwanted").settings("unwanted", "never"))
            .with(
                TestChart.of("shared", "1.2.3", "type: library\n")
                    .template("_name.tpl", "{{ define \"shared.name\" }}from-library{{ end }}"))
            .settings("own", "{{ include \"shared.name\" . }}");

    // when
    Attempt attempt = attempt().make(chart, "");

    // then
    assertThat(attempt.turns()).hasSize(1);
    assertThat(attempt.turns().getFirst())
        .containsExactlyInAnyOrder("ConfigMap/wanted", "ConfigMap/own");
    assertThat(attempt.setting("wanted")).isEqualTo("top all");
    assertThat(attempt.setting("own")).isEqualTo("from-library");
  }

  @Test
  void jobsDoNotRemoveThemselves() {
    // given
    TestChart chart =
        TestChart.named("once")
            .template(
                "job.yaml",
                HooksTest.workload("Job", "once")
                    .replace("spec: {template", "spec: {ttlSecondsAfterFinished: 60, template"));

    // when
    Attempt attempt = attempt().make(chart, "");

    // then
    assertThat(attempt.object("Job/once").get("spec").toString())
        .startsWith("{template=")
        .doesNotContain("ttlSecondsAfterFinished");
  }

  @Test
  void templatesInValuesAreRendered() {
    // given
    TestChart chart =
        TestChart.named("templated").settings("it", "{{ tpl .Values.text . | quote }}");

    // when
    Attempt attempt = attempt().make(chart, "values: {text: 'for {{ .Release.Name }}'}");

    // then
    assertThat(attempt.setting("it")).isEqualTo("for wonder");
  }

  @Test
  void lookUpsFindNothing() {
    // given
    TestChart chart =
        TestChart.named("curious")
            .settings(
                "one", "{{ lookup \"v1\" \"Secret\" .Release.Namespace \"it\" | toJson | quote }}")
            .settings("all", "{{ lookup \"apps/v1\" \"Deployment\" \"\" \"\" | toJson | quote }}")
            .settings(
                "unknown",
                "{{ lookup \"v1\" \"Namespace\" \"\" \"kube-system\" | toJson | quote }}");

    // when
    Attempt attempt = attempt().make(chart, "");

    // then
    assertThat(attempt.setting("one")).isEqualTo("{}");
    assertThat(attempt.setting("all")).isEqualTo("{}");
    assertThat(attempt.setting("unknown")).isEqualTo("{}");
  }

  @Test
  void definitionsComeFirstAndTheirKindsAreKnown() {
    // given
    HelmPolicy policy = policy(TestCluster.DEFINITION);

    // when
    Attempt attempt = new Attempt(folder, policy).make(withDefinition(), "");

    // then
    assertThat(attempt.turns())
        .containsExactly(
            List.of("CustomResourceDefinition/things.example.org!"),
            List.of("ConfigMap/it"),
            List.of("Thing/thing"));
    assertThat(attempt.object("Thing/thing"))
        .extractingByKey("metadata")
        .hasToString("{name=thing, namespace=wonder}");
    assertThat(attempt.setting("it")).isEqualTo("true");
  }

  @Test
  void definitionsThatTheClusterHasAreLeftAsTheyAre() {
    // given
    TestCluster cluster =
        new TestCluster()
            .answering(
                "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/things.example.org",
                "{\"metadata\":{\"name\":\"things.example.org\"}}")
            .inNamespaces("example.org/v1", "Thing");

    // when
    Attempt attempt = attempt().in(cluster).make(withDefinition(), "");

    // then
    assertThat(attempt.turns()).containsExactly(List.of("ConfigMap/it"), List.of("Thing/thing"));
  }

  @Test
  void whatTakesTooLongIsEnded() {
    // given
    TestChart chart =
        TestChart.named("endless")
            .settings("it", "{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}");

    // when, then
    assertThatThrownBy(() -> attempt().within(Duration.ofSeconds(3), 1024).make(chart, ""))
        .isInstanceOf(PreparationException.class)
        .hasMessage("rendering the chart takes longer than 3 s");
  }

  @Test
  void whatTakesTooMuchIsEnded() {
    // given
    TestChart chart =
        TestChart.named("huge")
            .settings("it", "{{ range until 1000 }}{{ repeat 10000000 \"x\" }}{{ end }}");

    // when, then
    assertThatThrownBy(() -> attempt().within(Duration.ofMinutes(1), 400).make(chart, ""))
        .isInstanceOf(PreparationException.class)
        .hasMessage("rendering the chart takes more than 400 MiB of memory");
  }

  @Test
  void whatIsTooLargeAndTooManyIsRefused() {
    // given
    TestChart large =
        TestChart.named("large").settings("it", "{{ repeat 11000000 \"x\" | quote }}");
    TestChart many =
        TestChart.named("many")
            .template(
                "many.yaml",
                """
                {{ range until 501 }}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "it-{{ . }}"}
                {{ end }}
                """);

    // when, then
    assertThatThrownBy(() -> attempt().make(large, ""))
        .hasMessage("the chart renders more than 10 MiB");
    assertThatThrownBy(() -> attempt().make(many, ""))
        .hasMessage("the chart makes 501 objects; there may be 500");
  }

  private static TestChart withDefinition() {
    return TestChart.named("kinds")
        .file(
            "crds/thing.yaml",
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: things.example.org
            spec:
              group: example.org
              scope: Namespaced
              names: {plural: things, singular: thing, kind: Thing}
              versions:
                - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
            """)
        .template(
            "thing.yaml", "apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: thing}\n")
        .settings("it", "{{ .Capabilities.APIVersions.Has \"example.org/v1/Thing\" | quote }}");
  }

  private static HelmPolicy policy(String kinds) {
    return HelmPolicy.from(Map.of("HELIUM_HELM_CLUSTER_SCOPED", kinds));
  }

  private Attempt attempt() {
    return new Attempt(folder, HelmPolicy.STRICT);
  }
}
