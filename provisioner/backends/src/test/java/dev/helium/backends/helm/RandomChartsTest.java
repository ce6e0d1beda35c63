package dev.helium.backends.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.schema.Trees;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What charts make at random stays as it was. */
class RandomChartsTest {
  @TempDir private Path folder;

  private static final String SECRET =
      """
      {{- $password := randAlphaNum 20 }}
      apiVersion: v1
      kind: Secret
      metadata: {name: database}
      data:
        password: {{ $password | b64enc }}
        address: {{ printf "postgres://web:%s@%s:5432/web" $password .Values.host | b64enc }}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: web
        annotations: {checksum: {{ $password | sha256sum }}}
      data:
        it: {{ .Values.it | quote }}
      """;

  @Test
  void passwordsStayWhileWhatIsAroundThemChanges() {
    // given
    TestChart chart =
        TestChart.named("random").values("host: one\nit: a\n").template("all.yaml", SECRET);
    Attempt attempt = attempt().make(chart, "");
    String password = data(attempt, "password");

    // when
    attempt.make(chart, "values: {host: other, it: b}");

    // then
    assertThat(password).hasSize(20);
    assertThat(data(attempt, "password")).isEqualTo(password);
    assertThat(data(attempt, "address"))
        .isEqualTo("postgres://web:" + password + "@other:5432/web");
    assertThat(attempt.setting("web")).isEqualTo("b");
  }

  @Test
  void aReleaseWithPasswordsIsTheSameAgain() {
    // given
    TestChart chart =
        TestChart.named("random").values("host: one\nit: a\n").template("all.yaml", SECRET);
    Attempt attempt = attempt().make(chart, "");
    Object before = attempt.object("ConfigMap/web");

    // when
    attempt.make(chart, "");

    // then
    assertThat(attempt.object("ConfigMap/web")).isEqualTo(before);
    assertThat(attempt.release().state().revision()).isEqualTo(1);
  }

  @Test
  void aPasswordInANewPlaceIsTheSameOne() {
    // given
    TestChart chart =
        TestChart.named("random").values("host: one\nit: a\n").template("all.yaml", SECRET);
    Attempt attempt = attempt().make(chart, "");
    String password = data(attempt, "password");

    // when
    attempt.make(
        chart.template("all.yaml", SECRET.replace("  it:", "  copy: {{ $password }}\n  it:")), "");

    // then
    assertThat(Trees.find(attempt.object("ConfigMap/web"), "data.copy")).contains(password);
  }

  @Test
  void certificatesStayAllTogether() {
    // given
    String certificates =
        """
        {{- $ca := genCA "ca" 365 }}
        {{- $own := genSignedCert "web" nil (list "web") 365 $ca }}
        apiVersion: v1
        kind: Secret
        metadata: {name: database}
        data:
          ca: {{ $ca.Cert | b64enc }}
          crt: {{ $own.Cert | b64enc }}
          key: {{ $own.Key | b64enc }}
        """;
    TestChart chart = TestChart.named("certified").template("all.yaml", certificates);
    Attempt attempt = attempt().make(chart, "");
    String authority = data(attempt, "ca");
    String own = data(attempt, "crt");

    // when
    attempt.make(chart, "");

    // then
    assertThat(authority).startsWith("-----BEGIN CERTIFICATE-----");
    assertThat(data(attempt, "ca")).isEqualTo(authority);
    assertThat(data(attempt, "crt")).isEqualTo(own);

    // when
    attempt.make(chart.template("all.yaml", certificates + "  more: {{ $ca.Key | b64enc }}\n"), "");

    // then
    assertThat(data(attempt, "ca")).isNotEqualTo(authority);
    assertThat(data(attempt, "crt")).isNotEqualTo(own);
  }

  @Test
  void podsStartAnewWhenWhatTheirRandomChecksumIsOfChanges() {
    // given
    String workload =
        HooksTest.workload("Deployment", "web")
            .replace(
                "template: {metadata: {labels",
                "template: {metadata: {annotations: {sum: '{{ include (print $.Template.BasePath"
                    + " \"/all.yaml\") . | sha256sum }}'}, labels");
    TestChart chart =
        TestChart.named("restarting")
            .values("host: one\nit: a\n")
            .template("all.yaml", SECRET)
            .template("web.yaml", workload);
    Attempt attempt = attempt().make(chart, "");
    Object first = annotations(attempt);

    // when
    Object same = annotations(attempt.make(chart, ""));
    Object other = annotations(attempt.make(chart, "values: {it: b}"));

    // then
    assertThat(first).asString().contains("helium.dev/checksum");
    assertThat(same).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  private static Object annotations(Attempt attempt) {
    return Trees.find(attempt.object("Deployment/web"), "spec.template.metadata.annotations")
        .orElseThrow();
  }

  private static String data(Attempt attempt, String key) {
    String encoded =
        String.valueOf(Trees.find(attempt.object("Secret/database"), "data." + key).orElseThrow());
    return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
  }

  private Attempt attempt() {
    return new Attempt(folder, HelmPolicy.STRICT);
  }
}
