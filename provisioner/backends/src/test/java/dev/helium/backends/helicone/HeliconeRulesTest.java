package dev.helium.backends.helicone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeliconeRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "db: {enabled: false} | database.host db.secretName",
        "database: {host: db.example.com} | database.host",
        "db: {autoscaling: {enabled: true}} | db.autoscaling",
        "db: {replicaCount: 2} | db.replicaCount",
        "smtp: {username: me} | smtp.password",
        "smtp: {password: word} | smtp.username",
        "smtp: {secretName: mine, username: me, password: word} | smtp.secretName",
        "meta: {enabled: false} | meta.enabled",
        "rest: {enabled: false} | rest.enabled",
        "kong: {enabled: false} | kong.enabled kong.enabled kong.enabled kong.enabled",
        "storage: {replicaCount: 2} | storage.persistence.accessModes",
        "rest: {autoscaling: {enabled: true}} | rest.resources.requests.cpu",
        "auth: {environment: {GOTRUE_JWT_SECRET: x}} | auth.environment.GOTRUE_JWT_SECRET",
        "rest: {environment: {PGRST_DB_URI: x}} | rest.environment.PGRST_DB_URI",
        "auth: {environment: {DB_HOST: '{{ .Values.x }}'}} | auth.environment.DB_HOST",
        "rest: {affinity: {nodeAffinity: 5}} | rest.affinity",
        "profile: large | profile",
        "studio: {ingres: {enabled: false}} | studio.ingres"
      })
  void whatDoesNotFitTogetherIsNamedByItsPath(String values, String paths) {
    assertThat(Told.problems(values))
        .extracting(Problem::field)
        .map(field -> field.replaceFirst("valuesYaml\\.", ""))
        .containsExactlyInAnyOrder(paths.split(" ", -1));
  }

  @Test
  void everyBrokenRuleIsNamedAtOnce() {
    assertThat(
            Told.problems(
                """
                database: {host: db.example.com}
                smtp: {username: me}
                storage: {replicaCount: 2}
                helicone:
                  web:
                    autoscaling: {enabled: true, minReplicas: 5, maxReplicas: 2}
                """))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "valuesYaml.database.host",
            "valuesYaml.smtp.password",
            "valuesYaml.storage.persistence.accessModes",
            "valuesYaml.helicone.web.autoscaling.minReplicas",
            "valuesYaml.helicone.web.resources.requests.cpu");
  }

  @Test
  void aMisspeltValueIsNamedWithTheNearestKnownOne() {
    assertThat(Told.problems("global: {baseDomian: example.com}"))
        .containsExactly(
            new Problem(
                "valuesYaml.global.baseDomian", "is not known; did you mean \"baseDomain\"?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kong | web, worker, functions, studio",
        "meta | studio",
      })
  void whatIsNotThereCanBeSomewhereElse(String part, String users) {
    // given variables that lead elsewhere
    String leading =
        """
        {environment: {SUPABASE_URL: 'https://api.example.com', STUDIO_PG_META_URL: 'https://m.example.com'}}
        """;
    // then
    assertThat(
            Told.problems(
                "%s: {enabled: false}\nstudio: %sfunctions: %shelicone:\n  web: %s  worker: %s"
                    .formatted(part, leading, leading, leading, leading)))
        .as(users)
        .isEmpty();
  }

  @Test
  void plainVariablesAreLaidOverThoseThatThereAre() {
    // when
    Told told = Told.with("auth: {environment: {GOTRUE_JWT_EXP: 60, GOTRUE_LOG_LEVEL: debug}}");
    // then
    assertThat(told.settings("helicone-auth"))
        .containsEntry("GOTRUE_JWT_EXP", "60")
        .containsEntry("GOTRUE_LOG_LEVEL", "debug")
        .containsEntry("GOTRUE_JWT_AUD", "authenticated");
    assertThat(told.variable("helicone-auth", "GOTRUE_LOG_LEVEL").getValueFrom())
        .extracting("configMapKeyRef.name")
        .isEqualTo("helicone-auth");
  }
}
