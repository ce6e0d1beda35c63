package dev.helium.backends.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When what of a chart is made, and when again. */
class HooksTest {
  @TempDir private Path folder;

  @Test
  void everythingHasItsTurn() {
    // given
    TestChart chart =
        hooked(TestChart.named("ordered"))
            .template("web.yaml", workload("Deployment", "web"))
            .template(
                "account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web}\n");

    // when
    Attempt attempt = attempt().make(chart, "");

    // then
    assertThat(attempt.turns())
        .containsExactly(
            List.of("Job/early!"),
            List.of("ConfigMap/late"),
            List.of("Job/late!"),
            List.of("ServiceAccount/web"),
            List.of("Deployment/web"),
            List.of("Job/after-early!"),
            List.of("Job/after-late"));
    assertThat(attempt.release().plan().left()).containsExactly("Job/farewell [pre-delete]");
    assertThat(attempt.release().outputs())
        .containsEntry("HelmLeftOut", "Job/farewell [pre-delete]");
  }

  @Test
  void onlyThatWhatRunsIsMadeAgain() {
    // given
    Attempt attempt = attempt().make(hooked(TestChart.named("again")), "");

    // then
    assertThat(
            attempt.release().plan().turns().stream()
                .flatMap(List::stream)
                .filter(planned -> planned.again())
                .map(planned -> planned.object().title()))
        .containsExactly("Job/early", "Job/late", "Job/after-early", "Job/after-late");
  }

  @Test
  void theSameReleaseIsNoNewOne() {
    // given
    TestChart chart = hooked(TestChart.named("same"));
    Attempt attempt = attempt().make(chart, "").finish();

    // when
    attempt.make(chart, "");

    // then
    assertThat(attempt.release().state().revision()).isEqualTo(1);
    assertThat(attempt.release().state().install()).isTrue();
    assertThat(attempt.turns().getFirst()).containsExactly("Job/early!");
  }

  @Test
  void anotherReleaseCallsTheHooksOfAnUpgradeAndKeepsWhatIsOnlyThere() {
    // given
    TestChart chart = hooked(TestChart.named("other")).settings("it", "{{ .Values.it | quote }}");
    Attempt attempt = attempt().make(chart, "").finish();

    // when
    attempt.make(chart, "values: {it: new}");

    // then
    assertThat(attempt.release().state().revision()).isEqualTo(2);
    assertThat(attempt.turns())
        .containsExactly(
            List.of("Job/upgrade!"),
            List.of("ConfigMap/late"),
            List.of("ConfigMap/it"),
            List.of("Job/after-late"));
  }

  @Test
  void whatWasNeverMadeToItsEndIsStillInstalled() {
    // given
    TestChart chart = hooked(TestChart.named("failed")).settings("it", "{{ .Values.it | quote }}");
    Attempt attempt = attempt().make(chart, "");

    // when
    attempt.make(chart, "values: {it: new}");

    // then
    assertThat(attempt.release().state().revision()).isEqualTo(2);
    assertThat(attempt.release().state().install()).isTrue();
  }

  private static TestChart hooked(TestChart chart) {
    return chart
        .template("late.yaml", hook("Job", "late", "pre-install", 5))
        .template("early.yaml", hook("Job", "early", "pre-install", -5))
        .template("settings.yaml", hook("ConfigMap", "late", "pre-install", 5))
        .template("after-late.yaml", hook("Job", "after-late", "post-install,post-upgrade", 1))
        .template("after-early.yaml", hook("Job", "after-early", "post-install", 0))
        .template("upgrade.yaml", hook("Job", "upgrade", "pre-upgrade", 0))
        .template("farewell.yaml", hook("Job", "farewell", "pre-delete", 0))
        .template("test.yaml", hook("Pod", "test", "test", 0));
  }

  private static String hook(String kind, String name, String events, int weight) {
    return workload(kind, name)
        .replace(
            "metadata: {name: " + name + "}",
            "metadata: {name: %s, annotations: {helm.sh/hook: '%s', helm.sh/hook-weight: '%d'}}"
                .formatted(name, events, weight));
  }

  static String workload(String kind, String name) {
    String version =
        switch (kind) {
          case "Deployment" -> "apps/v1";
          case "Job" -> "batch/v1";
          default -> "v1";
        };
    String pod = "spec: {restartPolicy: Never, containers: [{name: main, image: busybox}]}";
    String body =
        switch (kind) {
          case "ConfigMap" -> "data: {}";
          case "Pod" -> pod;
          case "Job" -> "spec: {template: {" + pod + "}}";
          default ->
              "spec: {selector: {matchLabels: {app: it}}, template: {metadata: {labels: {app: it}},"
                  + " spec: {containers: [{name: main, image: busybox}]}}}";
        };
    return "apiVersion: %s\nkind: %s\nmetadata: {name: %s}\n%s\n"
        .formatted(version, kind, name, body);
  }

  private Attempt attempt() {
    return new Attempt(folder, HelmPolicy.STRICT);
  }
}
