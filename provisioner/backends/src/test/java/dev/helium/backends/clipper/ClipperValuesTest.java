package dev.helium.backends.clipper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClipperValuesTest {
  private final ClipperBackend backend = new ClipperBackend();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres: {enabled: false}                            | clipper-backend.config.DB_HOST",
        "redis: {enabled: false}                               | clipper-backend.config.REDIS_HOST",
        "clipper-backend: {config: {DB_HOST: mine}}            | clipper-backend.config.DB_HOST",
        "clipper-backend: {config: {REDIS_HOST: mine}}         | clipper-backend.config.REDIS_HOST",
        "clipper-backend: {config: {PORT: 9000}}               | clipper-backend.config.PORT",
        "clipper-backend: {config: {DB_NAME: other}}           | clipper-backend.config.DB_NAME",
        "clipper-backend: {config: {OPENSEARCH_URL: nowhere}}  |"
            + " clipper-backend.config.OPENSEARCH_URL",
        "clipper-backend: {config: {DB_PORT: much}}            | clipper-backend.config.DB_PORT",
        "clipper-backend: {config: {BASE_ULR: x}}              | clipper-backend.config.BASE_ULR",
        "clipper-backend: {extraConfig: {LOG_LEVEL: x}}        |"
            + " clipper-backend.extraConfig.LOG_LEVEL",
        "clipper-backend: {extraConfig: {DB_PASSWORD: x}}      |"
            + " clipper-backend.extraConfig.DB_PASSWORD",
        "clipper-backend: {autoscaling: {maxReplicas: 1}}      |"
            + " clipper-backend.autoscaling.maxReplicas",
        "clipper-backend: {migrations: {enabled: true}}        |"
            + " clipper-backend.migrations.image.repository",
        "clipper-backend: {secrets: {MFA_ENCRYPTION_KEY: x}}   |"
            + " clipper-backend.secrets.MFA_ENCRYPTION_KEY",
        "clipper-backend: {secrets: {existingSecret: a, DB_PASSWORD: b}} |"
            + " clipper-backend.secrets.DB_PASSWORD",
        "clipper-redis: {redisConfig: requirepass x}           | clipper-redis.redisConfig",
        "grafana: {adminPassword: a, admin: {existingSecret: b}} | grafana.adminPassword",
        "profile: large                                        | profile"
      })
  void aBrokenRuleIsSaidWithTheNameOfTheValue(String values, String name) {
    assertThat(problems(values)).extracting(Problem::field).contains("valuesYaml." + name);
  }

  @Test
  void atLeastOneComponentIsMade() {
    assertThat(
            problems(
                """
                backend: {enabled: false}
                frontend: {enabled: false}
                postgres: {enabled: false}
                redis: {enabled: false}
                """))
        .extracting(Problem::field)
        .containsExactly("valuesYaml.backend.enabled");
  }

  @Test
  void aMisspeltNameIsSaidWithTheOneThatWasMeant() {
    assertThat(problems("clipper-backend: {replicaCuont: 3}"))
        .extracting(Problem::rule)
        .containsExactly("is not known; did you mean \"replicaCount\"?");
  }

  /** In the shape of the examples that come with the umbrella chart. */
  @Test
  void valuesFilesOfTheChartAreTaken() {
    // given
    String values =
        """
        global: {domain: clips.example.com, environment: staging}
        backend: {enabled: true}
        frontend: {enabled: true}
        postgres: {enabled: true}
        redis: {enabled: true}
        clipper-backend:
          replicaCount: 2
          image: {repository: registry.example.com/clipper-backend, pullPolicy: Always, tag: develop}
          resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {cpu: 500m, memory: 512Mi}}
          autoscaling: {enabled: true, minReplicas: 2, maxReplicas: 5}
          ingress:
            enabled: true
            className: nginx
            annotations: {cert-manager.io/cluster-issuer: mine}
            hosts:
              - host: api.example.com
                paths: [{path: /api, pathType: Prefix}]
            tls:
              - secretName: api-tls
                hosts: [api.example.com]
          config: {ENVIRONMENT: staging, GIN_MODE: release, SENTRY_ENABLED: "true", LOG_LEVEL: debug}
        clipper-postgres:
          persistence: {enabled: true, size: 30Gi, storageClassName: fast}
          config: {database: clips, username: clips}
        """;
    // when
    ClipperObjects objects = ClipperObjects.of(values);
    // then
    Ingress ingress = objects.the(Ingress.class, "clipper-backend");
    assertThat(ingress.getSpec().getRules().getFirst().getHost()).isEqualTo("api.example.com");
    assertThat(ingress.getSpec().getTls().getFirst().getSecretName()).isEqualTo("api-tls");
    assertThat(ingress.getMetadata().getAnnotations())
        .containsEntry("cert-manager.io/cluster-issuer", "mine");
    assertThat(objects.container("clipper-backend").getImage())
        .isEqualTo("registry.example.com/clipper-backend:develop");
    assertThat(objects.settings())
        .containsEntry("DB_NAME", "clips")
        .containsEntry("DB_USER", "clips")
        .containsEntry("SENTRY_ENVIRONMENT", "staging");
    assertThat(
            objects
                .the(StatefulSet.class, "clipper-postgres")
                .getSpec()
                .getVolumeClaimTemplates()
                .getFirst()
                .getSpec()
                .getStorageClassName())
        .isEqualTo("fast");
  }

  private List<Problem> problems(String yaml) {
    return switch (backend.validate(new BackendInput(Map.of(), yaml))) {
      case Validated.Accepted ignored -> List.of();
      case Validated.Rejected rejected -> rejected.problems();
    };
  }
}
