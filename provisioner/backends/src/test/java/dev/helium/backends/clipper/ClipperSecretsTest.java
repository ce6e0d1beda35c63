package dev.helium.backends.clipper;

import static dev.helium.backends.clipper.ClipperObjects.origin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.product.ObjectChecks;
import dev.helium.backends.product.Samples;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClipperSecretsTest {
  private final ClipperBackend backend = new ClipperBackend();

  @Test
  void whatTheProgramReadsIsMade() {
    // when
    ClipperObjects objects = ClipperObjects.of("");
    // then
    assertThat(objects.secret("backend-secrets"))
        .containsEntry("DB_PASSWORD", objects.secret("postgres-secret").get("POSTGRES_PASSWORD"))
        .containsEntry("REDIS_PASSWORD", objects.secret("redis-secret").get("REDIS_PASSWORD"))
        .containsEntry("TWITCH_CLIENT_ID", "")
        .hasEntrySatisfying(
            "JWT_PRIVATE_KEY", key -> assertThat(key).startsWith("-----BEGIN PRIVATE KEY-----"))
        .hasEntrySatisfying(
            "JWT_PUBLIC_KEY", key -> assertThat(key).startsWith("-----BEGIN PUBLIC KEY-----"))
        .hasEntrySatisfying("MFA_ENCRYPTION_KEY", key -> assertThat(key).matches("[0-9a-zA-Z]{32}"))
        .hasEntrySatisfying("JWT_SECRET", secret -> assertThat(secret).hasSizeGreaterThan(31));
  }

  /** Both sides read one place, whichever of two secrets the user has brought. */
  @ParameterizedTest
  @CsvSource({
    "'', '', postgres-secret.POSTGRES_PASSWORD, ''",
    "'', mine, mine.POSTGRES_PASSWORD, mine.POSTGRES_PASSWORD",
    "mine, '', mine.DB_PASSWORD, ''",
    "mine, other, other.POSTGRES_PASSWORD, ''"
  })
  void databaseAndApiAgreeOnThePassword(
      String ofBackend, String ofPostgres, String database, String api) {
    // when
    ClipperObjects objects = ClipperObjects.of(existing(ofBackend, "postgres", ofPostgres));
    // then
    ObjectChecks.everyReferenceResolves(
        objects.all(), Set.copyOf(List.of("Secret/" + ofBackend, "Secret/" + ofPostgres)));
    assertThat(origin(objects.container("clipper-postgres"), "POSTGRES_PASSWORD"))
        .isEqualTo(database);
    assertThat(origin(objects.container("clipper-backend"), "DB_PASSWORD")).isEqualTo(api);
    assertThat(objects.find(Secret.class, "backend-secrets").isPresent())
        .isEqualTo(ofBackend.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', redis-secret.REDIS_PASSWORD, backend-secrets.REDIS_PASSWORD",
    "'', mine, mine.REDIS_PASSWORD, mine.REDIS_PASSWORD",
    "mine, '', mine.REDIS_PASSWORD, mine.REDIS_PASSWORD",
    "mine, other, other.REDIS_PASSWORD, mine.REDIS_PASSWORD"
  })
  void cacheAndApiAgreeOnThePassword(
      String ofBackend, String ofRedis, String cache, String waiting) {
    // when
    ClipperObjects objects = ClipperObjects.of(existing(ofBackend, "redis", ofRedis));
    // then
    assertThat(origin(objects.container("clipper-redis"), "REDISCLI_AUTH")).isEqualTo(cache);
    Container wait =
        objects.pod("clipper-backend").getInitContainers().stream()
            .filter(container -> container.getName().equals("wait-for-redis"))
            .findFirst()
            .orElseThrow();
    assertThat(origin(wait, "REDISCLI_AUTH")).isEqualTo(waiting);
  }

  @Test
  void whatTheUserGivesCountsAndShowsNowhereElse() {
    // given
    String given = "given-and-told-to-nobody";
    // when
    List<HasMetadata> objects =
        Samples.objects(
            backend,
            """
            clipper-backend:
              secrets: {DB_PASSWORD: %1$s, STRIPE_SECRET_KEY: %1$s, OPENAI_API_KEY: %1$s}
            grafana: {enabled: true, adminPassword: %1$s}
            """
                .formatted(given));
    // then
    assertThat(objects)
        .filteredOn(object -> object.toString().contains(given))
        .extracting(object -> object.getMetadata().getName())
        .containsExactlyInAnyOrder("backend-secrets", "postgres-secret", "grafana-secret");
  }

  @Test
  void migrationsReadTheAddressFromASecret() {
    // when
    ClipperObjects objects =
        ClipperObjects.of(
            """
            clipper-backend:
              migrations: {enabled: true, image: {repository: mine/migrations, tag: 7}}
              secrets: {DB_PASSWORD: 'a b/c@d+e'}
            """);
    Container migrating = objects.pod("clipper-backend").getInitContainers().getLast();
    // then
    assertThat(migrating.getImage()).isEqualTo("mine/migrations:7");
    assertThat(origin(migrating, "DATABASE_URL")).isEqualTo("backend-secrets.DATABASE_URL");
    assertThat(objects.secret("backend-secrets"))
        .containsEntry(
            "DATABASE_URL",
            "postgres://clipper:a%20b%2Fc%40d%2Be@clipper-postgres:5432/clipper_db?sslmode=disable");
  }

  private static String existing(String ofBackend, String component, String ofComponent) {
    return """
    clipper-backend: {secrets: {existingSecret: '%s'}}
    clipper-%s: {secrets: {existingSecret: '%s'}}
    """
        .formatted(ofBackend, component, ofComponent);
  }
}
