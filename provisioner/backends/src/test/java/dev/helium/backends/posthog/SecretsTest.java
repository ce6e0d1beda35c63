package dev.helium.backends.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import org.junit.jupiter.api.Test;

/** Where passwords come from and where they stand. */
final class SecretsTest {
  @Test
  void passwordsAreMadeForStoresThatAreMade() {
    // given
    Made made = Made.of("");
    // then
    assertThat(made.secret("posthog").get("posthog-secret")).hasSize(40);
    assertThat(made.secret("posthog-posthog-postgresql"))
        .containsEntry(
            "postgresql-password", made.setting().secrets().value("postgresql-password"));
    assertThat(made.secret("posthog-posthog-redis"))
        .containsEntry("redis-password", made.setting().secrets().value("redis-password"));
    assertThat(made.secret("clickhouse-posthog"))
        .containsEntry(
            "clickhouse-password", made.setting().secrets().value("clickhouse-password"));
  }

  @Test
  void urlsWithPasswordsStandWholeInTheSecret() {
    // given
    Made made = Made.of("");
    String postgres = made.setting().secrets().value("postgresql-password");
    String redis = made.setting().secrets().value("redis-password");
    // then
    assertThat(made.secret("posthog"))
        .containsEntry(
            "postgresql-url",
            "postgres://postgres:" + postgres + "@posthog-posthog-postgresql:5432/posthog")
        .containsEntry(
            "pgbouncer-url", "postgres://postgres:" + postgres + "@posthog-pgbouncer:6543/posthog")
        .containsEntry("redis-url", "redis://:" + redis + "@posthog-posthog-redis-master:6379");
    assertThat(made.environment("posthog-pgbouncer"))
        .containsEntry("DATABASE_URL", "posthog/postgresql-url");
    assertThat(made.environment("posthog-plugins"))
        .containsEntry("DATABASE_URL", "posthog/pgbouncer-url")
        .containsEntry("REDIS_URL", "posthog/redis-url");
  }

  @Test
  void existingSecretsAreReferredToAndNotMade() {
    // given
    Made made = Made.of(Variants.EXISTING);
    // then
    assertThat(made.objects().stream().filter(Secret.class::isInstance).map(Made::name))
        .containsExactlyInAnyOrder("Secret/posthog", "Secret/posthog-environment");
    assertThat(made.secret("posthog")).containsOnlyKeys("posthog-secret");
    assertThat(made.environment("posthog-web"))
        .containsEntry("POSTHOG_DB_PASSWORD", "postgres/postgresql-password")
        .containsEntry("POSTHOG_REDIS_PASSWORD", "redis/redis-password")
        .containsEntry("CLICKHOUSE_PASSWORD", "mine/clickhouse")
        .containsEntry("EMAIL_HOST_PASSWORD", "mine/mail");
    assertThat(made.environment("posthog-posthog-postgresql"))
        .containsEntry("POSTGRES_PASSWORD", "postgres/postgresql-password");
    assertThat(made.environment("posthog-posthog-redis-master"))
        .containsEntry("REDIS_PASSWORD", "redis/redis-password");
    assertThat(made.environment("clickhouse-posthog"))
        .containsEntry("CLICKHOUSE_PASSWORD", "mine/clickhouse");
  }

  @Test
  void urlsOfExistingSecretsArePutTogetherByTheKubelet() {
    // given
    Made made = Made.of(Variants.EXISTING);
    // then
    assertThat(made.environment("posthog-plugins"))
        .containsEntry("DATABASE_PASSWORD", "postgres/postgresql-password")
        .containsEntry(
            "DATABASE_URL",
            "postgres://postgres:$(DATABASE_PASSWORD)@posthog-pgbouncer:6543/posthog")
        .containsEntry("REDIS_URL", "redis://:$(REDIS_PASSWORD)@posthog-posthog-redis-master:6379");
    assertThat(made.container("posthog-plugins").getEnv())
        .extracting(variable -> variable.getName())
        .containsSubsequence("DATABASE_PASSWORD", "DATABASE_URL")
        .containsSubsequence("REDIS_PASSWORD", "REDIS_URL");
  }

  @Test
  void givenPasswordsCountBeforeThoseThatAreMade() {
    // given
    Made made =
        Made.of(
            """
            postgresql: {postgresqlPassword: first-known}
            redis: {password: second-known}
            clickhouse: {password: third-known}
            email: {password: 'fourth, known'}
            """);
    // then
    assertThat(made.secret("posthog-posthog-postgresql"))
        .containsEntry("postgresql-password", "first-known");
    assertThat(made.secret("posthog-posthog-redis"))
        .containsEntry("redis-password", "second-known");
    assertThat(made.secret("clickhouse-posthog"))
        .containsEntry("clickhouse-password", "third-known");
    assertThat(made.secret("posthog")).containsEntry("smtp-password", "fourth, known");
    assertThat(
            made.objects().stream()
                .filter(object -> !(object instanceof Secret))
                .map(Object::toString))
        .noneMatch(shown -> shown.contains("known"));
  }

  @Test
  void variablesThatAreGivenStandInASecretAndCountBeforeOurs() {
    // given
    Made made =
        Made.of(
            """
            env: [{name: SITE_URL, value: 'https://shared.example'}]
            web: {env: [{name: SITE_URL, value: 'https://web.example'}, {name: EMPTY, value: ''}]}
            """);
    // then
    assertThat(made.environment("posthog-web"))
        .containsEntry("SITE_URL", "posthog-environment/web.SITE_URL")
        .containsEntry("EMPTY", "");
    assertThat(made.environment("posthog-worker"))
        .containsEntry("SITE_URL", "posthog-environment/shared.SITE_URL");
    assertThat(made.secret("posthog-environment"))
        .containsEntry("web.SITE_URL", "https://web.example")
        .containsEntry("shared.SITE_URL", "https://shared.example");
  }

  @Test
  void filesOfTheAlertmanagerStandInASecret() {
    // given
    Made made = Made.of(Variants.MONITORED);
    // then
    assertThat(made.secret("posthog-prometheus-alertmanager").get("alertmanager.yml"))
        .contains("routing_key: key-to-others");
    assertThat(
            made.objects().stream()
                .filter(object -> !(object instanceof Secret))
                .map(Object::toString))
        .noneMatch(shown -> shown.contains("key-to-others"));
  }
}
