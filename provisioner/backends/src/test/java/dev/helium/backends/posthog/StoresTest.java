package dev.helium.backends.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made here and what is elsewhere. */
final class StoresTest {
  @ParameterizedTest
  @CsvSource({
    "posthog-posthog-postgresql, 10Gi",
    "posthog-posthog-redis-master, 5Gi",
    "posthog-posthog-kafka, 5Gi",
    "clickhouse-posthog, 20Gi"
  })
  void dataIsOnVolumesOfTheDocumentedSizes(String store, String size) {
    assertThat(size(claim(Made.of(""), store))).isEqualTo(size);
  }

  @Test
  void eachServerOfZookeeperHasAVolumeOfItsOwn() {
    assertThat(
            Made.of("")
                .the(StatefulSet.class, "posthog-posthog-zookeeper")
                .getSpec()
                .getVolumeClaimTemplates())
        .singleElement()
        .satisfies(claim -> assertThat(size(claim)).isEqualTo("8Gi"));
  }

  @ParameterizedTest
  @CsvSource({
    "posthog-posthog-postgresql, 'postgresql: {persistence: {size: 20Gi}}'",
    "posthog-posthog-kafka, 'kafka: {persistence: {size: 20Gi}}'",
    "clickhouse-posthog, 'clickhouseOperator: {storage: 40Gi}'"
  })
  void aVolumeGrowsWithoutItsStoreBeingMadeAnew(String store, String values) {
    assertThat(Made.of(values).the(StatefulSet.class, store))
        .isEqualTo(Made.of("").the(StatefulSet.class, store));
  }

  @Test
  void whatIsNotToBeKeptIsInAFolderOfThePod() {
    assertThat(
            Made.of("kafka: {persistence: {enabled: false}}")
                .pod("posthog-posthog-kafka")
                .getVolumes())
        .filteredOn(volume -> volume.getName().equals("data"))
        .singleElement()
        .satisfies(volume -> assertThat(volume.getEmptyDir()).isNotNull());
  }

  @ParameterizedTest
  @CsvSource({
    "'clickhouseOperator: {storage: 60Gi, size: 70Gi}', clickhouse-posthog, 70Gi",
    "'redis: {master: {size: 30Gi}}', posthog-posthog-redis-master, 30Gi",
    "'redis: {master: {persistence: {size: 31Gi}}}', posthog-posthog-redis-master, 31Gi"
  })
  void bothSpellingsOfASizeCount(String values, String store, String size) {
    assertThat(size(claim(Made.of(values), store))).isEqualTo(size);
  }

  @Test
  void storesThatAreElsewhereAreNotMadeAndPointedAt() {
    // when
    Made made = Made.of(Variants.ELSEWHERE);
    // then
    assertThat(made.objects()).noneMatch(StatefulSet.class::isInstance);
    assertThat(made.environment("posthog-web"))
        .containsEntry("POSTHOG_POSTGRES_HOST", "posthog-pgbouncer")
        .containsEntry("POSTHOG_DB_PASSWORD", "posthog/postgresql-password")
        .containsEntry("POSTHOG_REDIS_HOST", "redis.example.com")
        .containsEntry("KAFKA_URL", "kafka://kafka.example.com:9092")
        .containsEntry("CLICKHOUSE_HOST", "clickhouse.example.com")
        .containsEntry("CLICKHOUSE_PASSWORD", "posthog/clickhouse-password")
        .doesNotContainKey("POSTHOG_REDIS_PASSWORD");
    assertThat(made.secret("posthog"))
        .containsEntry("postgresql-url", "postgres://postgres:known@pg.example.com:5432/posthog")
        .containsEntry("clickhouse-password", "known");
  }

  @Test
  void thePluginServerReachesARedisElsewhereWithAndWithoutAPassword() {
    // when
    Made open = Made.of("redis: {enabled: false, host: redis.example.com}");
    Made closed = Made.of("redis: {enabled: false, host: redis.example.com, password: known}");
    // then
    assertThat(open.environment("posthog-plugins"))
        .containsEntry("REDIS_URL", "redis://redis.example.com:6379");
    assertThat(closed.environment("posthog-plugins"))
        .containsEntry("REDIS_URL", "posthog/redis-url");
    assertThat(closed.secret("posthog"))
        .containsEntry("redis-url", "redis://:known@redis.example.com:6379");
  }

  @Test
  void severalBrokersElsewhereAreAllNamedWithoutTheirScheme() {
    // when
    Made made =
        Made.of(
            "kafka: {enabled: false, url: 'kafka://one.example:9092,kafka://two.example:9093'}");
    // then
    assertThat(made.environment("posthog-plugins"))
        .containsEntry("KAFKA_HOSTS", "one.example:9092,two.example:9093");
    assertThat(made.pod("posthog-migrate").getInitContainers().getFirst().getArgs())
        .contains("one.example:9092", "two.example:9093");
  }

  @Test
  void zookeeperIsNotMadeWhenNobodyHereNeedsIt() {
    // given
    String values =
        """
        kafka: {enabled: false, host: kafka.example.com}
        clickhouseOperator: {enabled: false}
        clickhouse: {host: clickhouse.example.com}
        """;
    // then
    assertThat(Made.of(values).names()).noneMatch(name -> name.contains("zookeeper"));
  }

  @Test
  void threeServersOfZookeeperKnowEachOtherAndGoOneAtATime() {
    // when
    Made made = Made.of("");
    // then
    assertThat(made.environment("posthog-posthog-zookeeper").get("ZOO_SERVERS"))
        .isEqualTo(String.join(" ", server(0), server(1), server(2)));
    assertThat(
            made.the(PodDisruptionBudget.class, "posthog-posthog-zookeeper")
                .getSpec()
                .getMaxUnavailable()
                .getIntVal())
        .isEqualTo(1);
  }

  @Test
  void retentionIsHandedOnWithoutUnderscores() {
    assertThat(
            Made.of("kafka: {logRetentionBytes: _3_000_000_000}")
                .environment("posthog-posthog-kafka"))
        .containsEntry("KAFKA_CFG_LOG_RETENTION_BYTES", "3000000000");
  }

  @Test
  void servicesTellTheSecretThatOpensThem() {
    // given
    Made made = Made.of("");
    // then
    assertThat(
            Map.of(
                "clickhouse-posthog", "clickhouse-posthog",
                "posthog-posthog-postgresql", "posthog-posthog-postgresql",
                "posthog-posthog-redis-master", "posthog-posthog-redis"))
        .allSatisfy(
            (service, secret) ->
                assertThat(made.the(Service.class, service).getMetadata().getAnnotations())
                    .containsEntry("helium.dev/credentials", secret));
  }

  /** Under the name that a template would give it. */
  private static PersistentVolumeClaim claim(Made made, String store) {
    return made.the(PersistentVolumeClaim.class, "data-" + store + "-0");
  }

  private static String server(int index) {
    return "posthog-posthog-zookeeper-%d.posthog-posthog-zookeeper-headless.sample.svc.cluster.local"
            .formatted(index)
        + ":2888:3888::"
        + (index + 1);
  }

  private static String size(PersistentVolumeClaim claim) {
    return claim.getSpec().getResources().getRequests().get("storage").toString();
  }
}
