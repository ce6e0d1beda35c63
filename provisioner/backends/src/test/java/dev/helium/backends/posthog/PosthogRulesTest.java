package dev.helium.backends.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values must not be, alone and together. */
final class PosthogRulesTest {
  @ParameterizedTest
  @CsvSource({
    "'postgresql: {enabled: false, postgresqlPassword: x}', postgresql.postgresHost",
    "'postgresql: {enabled: false, postgresHost: a.example}', postgresql.postgresqlPassword",
    "'redis: {enabled: false}', redis.host",
    "'kafka: {enabled: false}', kafka.host",
    "'clickhouseOperator: {enabled: false}', clickhouse.host",
    "'clickhouse: {host: a.example}', clickhouse.host",
    "'clickhouse: {secure: true}', clickhouse.secure",
    "'clickhouse: {user: default}', clickhouse.user",
    "'kafka: {persistence: {size: 3Gi}}', kafka.logRetentionBytes",
    "'ingress: {letsencrypt: true}', ingress.hostname",
    "'ingress: {secretName: mine}', ingress.hostname",
    "'web: {hpa: {minpods: 5, maxpods: 4}}', web.hpa.minpods",
    "'prometheus: {nodeExporter: {enabled: true}}', prometheus.nodeExporter.enabled",
    "'cloudwatch: {enabled: true}', cloudwatch.enabled",
    "'postgresql: {postgresqlPassword: a@b}', postgresql.postgresqlPassword",
    "'zookeeper: {replicaCount: 2}', zookeeper.replicaCount",
    "'kafka: {logRetentionBytes: much}', kafka.logRetentionBytes",
    "'web: {env: [{value: x}]}', web.env.0.name",
    "'web: {replicas: 2}', web.replicas",
    "'cloud: a b', cloud",
    "'hooks: {affinity: {nodeAffinity: near}}', hooks.affinity"
  })
  void aBrokenRuleNamesItsValue(String values, String field) {
    assertThat(Made.problems(values))
        .extracting(Problem::field)
        .containsExactly("valuesYaml." + field);
  }

  @Test
  void everyRuleThatIsBrokenIsNamedAtOnce() {
    assertThat(Made.problems("zookeeper: {enabled: false}\nredis: {enabled: false}"))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "valuesYaml.redis.host",
            "valuesYaml.kafka.externalZookeeper.servers",
            "valuesYaml.clickhouse.externalZookeeper.servers");
  }

  @Test
  void anUnknownNameIsToldWithTheNearestOne() {
    assertThat(Made.problems("web: {replicaCount: 2}"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).contains("replicacount"));
  }
}
