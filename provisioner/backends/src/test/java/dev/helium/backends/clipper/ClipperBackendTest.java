package dev.helium.backends.clipper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Footprint;
import dev.helium.backends.product.ObjectChecks;
import dev.helium.backends.product.Samples;
import dev.helium.backends.product.Setting;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClipperBackendTest {
  private static final String OWN_SERVERS =
      """
      postgres: {enabled: false}
      redis: {enabled: false}
      clipper-backend:
        config: {DB_HOST: db.example.com, DB_PORT: 6432, REDIS_HOST: cache.example.com}
        secrets: {DB_PASSWORD: given-by-me}
      """;

  private final ClipperBackend backend = new ClipperBackend();

  static Stream<String> everyKindOfValues() {
    return Stream.of(
        "",
        "profile: small",
        "profile: staging",
        "profile: production",
        OWN_SERVERS,
        "frontend: {enabled: false}",
        "clipper-postgres: {persistence: {enabled: false}}\n"
            + "clipper-redis: {persistence: {enabled: false}}",
        "clipper-backend: {autoscaling: {enabled: false}, ingress: {enabled: false},"
            + " networkPolicy: {enabled: false}, podDisruptionBudget: {enabled: false}}",
        "clipper-backend: {migrations: {enabled: true, image: {repository: mine/migrations}}}",
        "prometheus: {enabled: true}\ngrafana: {enabled: true}\nloki: {enabled: true}",
        "clipper-backend: {service: {type: LoadBalancer, port: 8000, targetPort: 9000}}",
        "global: {tlsSecret: ''}");
  }

  @ParameterizedTest
  @MethodSource("everyKindOfValues")
  void whatIsNamedIsThereAndNoSecretShows(String values) {
    // given
    Setting setting = Samples.setting(backend, values);
    // when
    ClipperObjects objects = new ClipperObjects(backend.objects(setting));
    // then
    ObjectChecks.everyReferenceResolves(objects.all());
    ObjectChecks.noSecretLeaks(objects.all(), setting.secrets());
    assertThat(new ClipperObjects(backend.objects(setting))).isEqualTo(objects);
  }

  @Test
  void onlyTheApiAndThePagesAreMoreThanRestricted() {
    ObjectChecks.restricted(
        ClipperObjects.of(
                "{prometheus: {enabled: true}, grafana: {enabled: true}, loki: {enabled: true}}")
            .all(),
        Set.of("clipper-backend", "clipper-frontend"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 650, 1408",
    "'profile: production', 1750, 3456",
    "'profile: small', 120, 240",
    "'clipper-backend: {autoscaling: {enabled: false}}\nbackend: {replicaCount: 5}', 950, 2176"
  })
  void itsPodsAskForWhatTheChartSays(String values, long millicores, long mebibytes) {
    assertThat(backend.footprint(new BackendInput(Map.of(), values)))
        .isEqualTo(new Footprint(millicores, mebibytes << 20));
  }

  @ParameterizedTest
  @CsvSource({
    "backend, Deployment/clipper-backend",
    "frontend, Deployment/clipper-frontend",
    "postgres, StatefulSet/clipper-postgres",
    "redis, StatefulSet/clipper-redis"
  })
  void oneComponentCanBeMadeAlone(String component, String made) {
    // given
    String others =
        Stream.of("backend", "frontend", "postgres", "redis")
            .filter(each -> !each.equals(component))
            .map(each -> each + ": {enabled: false}\n")
            .reduce("", String::concat);
    String servers =
        component.equals("backend")
            ? "clipper-backend: {config: {DB_HOST: db, REDIS_HOST: cache},"
                + " secrets: {DB_PASSWORD: given-by-me}}"
            : "";
    // when
    ClipperObjects objects = ClipperObjects.of(others + servers);
    // then
    ObjectChecks.everyReferenceResolves(objects.all());
    assertThat(objects.names())
        .filteredOn(name -> name.startsWith("Deployment/") || name.startsWith("StatefulSet/"))
        .containsExactly(made);
  }

  @Test
  void allAddressesFollowTheDomain() {
    // when
    ClipperObjects objects = ClipperObjects.of("global: {domain: clips.example.com}");
    // then
    assertThat(objects.settings().values()).noneMatch(value -> value.contains("clpr.tv"));
    assertThat(objects.settings())
        .containsEntry("BASE_URL", "https://clips.example.com")
        .containsEntry("CORS_ALLOWED_ORIGINS", "https://clips.example.com")
        .containsEntry(
            "TWITCH_REDIRECT_URI", "https://clips.example.com/api/v1/auth/twitch/callback")
        .containsEntry("EMAIL_FROM_ADDRESS", "noreply@clips.example.com");
    assertThat(hosts(objects)).containsOnly("clips.example.com");
  }

  @Test
  void twoWorkspacesClaimDifferentHosts() {
    // given
    BackendInput nothing = new BackendInput(Map.of(), "");
    // when
    ClipperObjects one =
        new ClipperObjects(backend.objects(Samples.setting(backend, "one", nothing)));
    ClipperObjects other =
        new ClipperObjects(backend.objects(Samples.setting(backend, "other", nothing)));
    // then
    assertThat(hosts(one)).containsOnly("one.clpr.tv");
    assertThat(hosts(other)).containsOnly("other.clpr.tv");
  }

  @Test
  void databaseAndCacheOfOnesOwnAreWhatThePodsAreTold() {
    // when
    ClipperObjects objects = ClipperObjects.of(OWN_SERVERS);
    // then
    assertThat(objects.names())
        .noneMatch(name -> name.contains("postgres") || name.contains("redis"));
    assertThat(objects.settings())
        .containsEntry("DB_HOST", "db.example.com")
        .containsEntry("DB_PORT", "6432")
        .containsEntry("REDIS_HOST", "cache.example.com");
    assertThat(objects.secret("backend-secrets"))
        .containsEntry("DB_PASSWORD", "given-by-me")
        .containsEntry("REDIS_PASSWORD", "");
    assertThat(objects.pod("clipper-backend").getInitContainers().getFirst().getEnv())
        .contains(new EnvVar("PGHOST", "db.example.com", null));
  }

  @Test
  void theApiMayOnlyTalkToWhatItNeeds() {
    // when
    NetworkPolicy policy = ClipperObjects.of("").the(NetworkPolicy.class, "clipper-backend");
    // then
    assertThat(policy.getSpec().getEgress())
        .extracting(ClipperBackendTest::allowed)
        .containsExactly(
            "postgres 5432", "redis 6379", "opensearch 9200", "anywhere 53 53", "anywhere 443");
    assertThat(policy.getSpec().getIngress().getFirst().getPorts().getFirst().getPort().getIntVal())
        .isEqualTo(8080);
  }

  @Test
  void serversOfOnesOwnAreLetThrough() {
    // when
    NetworkPolicy policy =
        ClipperObjects.of(
                OWN_SERVERS.replace(
                    "REDIS_HOST:", "OPENSEARCH_URL: 'https://search.example.com', REDIS_HOST:"))
            .the(NetworkPolicy.class, "clipper-backend");
    // then
    assertThat(policy.getSpec().getEgress())
        .extracting(ClipperBackendTest::allowed)
        .containsExactly(
            "anywhere 6432", "anywhere 6379", "anywhere 443", "anywhere 53 53", "anywhere 443");
  }

  @ParameterizedTest
  @CsvSource({
    "'', clipper-backend, 2, 10",
    "'', clipper-frontend, 2, 10",
    "'profile: staging', clipper-backend, 2, 5",
    "'profile: production', clipper-backend, 3, 20",
    "'profile: production', clipper-frontend, 3, 10"
  })
  void theNumberOfPodsFollowsWhatTheyUse(String values, String name, int least, int most) {
    // when
    ClipperObjects objects = ClipperObjects.of(values);
    HorizontalPodAutoscaler autoscaler = objects.the(HorizontalPodAutoscaler.class, name);
    // then
    assertThat(autoscaler.getSpec().getMinReplicas()).isEqualTo(least);
    assertThat(autoscaler.getSpec().getMaxReplicas()).isEqualTo(most);
    assertThat(objects.the(Deployment.class, name).getSpec().getReplicas()).isNull();
    assertThat(objects.the(PodDisruptionBudget.class, name).getSpec().getMinAvailable().getIntVal())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', clipper-postgres, 20Gi, local-path",
    "'', clipper-redis, 5Gi, local-path",
    "'profile: production', clipper-postgres, 50Gi, standard",
    "'profile: small', clipper-postgres, 1Gi, ",
    "'postgres: {persistence: {size: 70Gi}}', clipper-postgres, 70Gi, local-path"
  })
  void whatIsKeptIsClaimed(String values, String name, String size, String storageClass) {
    // when
    PersistentVolumeClaim claim =
        ClipperObjects.of(values)
            .the(StatefulSet.class, name)
            .getSpec()
            .getVolumeClaimTemplates()
            .getFirst();
    // then
    assertThat(claim.getSpec().getResources().getRequests().get("storage")).hasToString(size);
    assertThat(claim.getSpec().getStorageClassName()).isEqualTo(storageClass);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clipper-backend: {image: {tag: v2}, config: {LOG_LEVEL: debug}}",
        "global: {domain: other.example.com}",
        "clipper-postgres: {resources: {requests: {cpu: 1}}}"
      })
  void anUpdateChangesNoName(String values) {
    assertThat(ClipperObjects.of(values).names()).isEqualTo(ClipperObjects.of("").names());
  }

  @Test
  void linksSayWhereItIsAndWhatOpensIt() {
    assertThat(backend.links(Samples.setting(backend, "grafana: {enabled: true}")))
        .containsEntry("ConsoleURL", "https://sample.clpr.tv/")
        .containsEntry("ApiURL", "https://sample.clpr.tv/api/v1")
        .containsEntry("GrafanaURL", "https://grafana.sample.clpr.tv")
        .containsEntry("GrafanaSecret", "grafana-secret")
        .containsEntry(
            "ApiCommand", "kubectl port-forward --namespace sample service/clipper-backend 8080:80")
        .containsOnlyKeys(
            backend.manifest().outputs().keySet().stream()
                .filter(name -> !name.equals("K8sNamespace"))
                .toList());
  }

  private static List<String> hosts(ClipperObjects objects) {
    return objects.all().stream()
        .filter(Ingress.class::isInstance)
        .map(Ingress.class::cast)
        .flatMap(ingress -> ingress.getSpec().getRules().stream())
        .map(IngressRule::getHost)
        .toList();
  }

  private static String allowed(NetworkPolicyEgressRule rule) {
    String whom =
        rule.getTo().isEmpty()
            ? "anywhere"
            : rule.getTo().stream()
                .map(peer -> peer.getPodSelector())
                .map(LabelSelector::getMatchLabels)
                .map(labels -> labels.get("app"))
                .reduce("", String::concat);
    return rule.getPorts().stream()
        .map(port -> " " + port.getPort().getIntVal())
        .reduce(whom, String::concat);
  }
}
