package dev.helium.backends.helicone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Footprint;
import dev.helium.backends.product.ObjectChecks;
import dev.helium.backends.product.Samples;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeliconeBackendTest {
  private static final Set<String> ROOT = Set.of("helicone-web", "helicone-worker");
  private static final long GIBIBYTE = 1L << 30;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "profile: small",
        "profile: production",
        "db: {persistence: {enabled: true}}",
        "clickhouse: {persistence: {enabled: true}}",
        "storage: {persistence: {enabled: false}}",
        "storage: {replicaCount: 2, persistence: {accessModes: [ReadWriteMany]}}",
        "global: {baseDomain: example.com, selfSignedCertificates: false}",
        "kong: {ingress: {enabled: false}}\nstudio: {ingress: {enabled: false}}",
        "smtp: {username: me@example.com, password: secret word}",
        "imgproxy: {enabled: false}\nstorage: {enabled: false}",
        "functions: {enabled: false}\nrealtime: {enabled: false}\nauth: {enabled: false}",
        "studio: {enabled: false}\nmeta: {enabled: false}",
        "kong: {service: {type: NodePort, httpPort: 80, httpsPort: 443}}",
        "helicone: {web: {service: {port: 80, type: LoadBalancer}, replicaCount: 3}}",
        "rest: {image: {registry: registry.example, tag: v11}, imagePullSecrets: []}"
      })
  void whateverIsChosenTheObjectsFitTogetherAndTellNoSecret(String values) {
    // when
    Told told = Told.with(values);
    // then
    ObjectChecks.everyReferenceResolves(told.objects());
    ObjectChecks.noSecretLeaks(told.objects(), told.setting().secrets());
    ObjectChecks.restricted(told.objects(), ROOT);
    assertThat(told.objects()).isEqualTo(Told.of(told.setting()).objects());
  }

  @Test
  void everyComponentIsADeploymentThatIsCheckedAndWaitedFor() {
    // when
    Told told = Told.with("");
    // then
    assertThat(told.names(Deployment.class))
        .containsExactlyElementsOf(Told.BACKEND.manifest().ready());
    assertThat(told.all(Deployment.class))
        .extracting(deployment -> deployment.getSpec().getTemplate().getSpec())
        .flatExtracting(pod -> pod.getContainers())
        .allSatisfy(
            container -> {
              assertThat(container.getReadinessProbe()).isNotNull();
              assertThat(container.getLivenessProbe()).isNotNull();
              assertThat(container.getStartupProbe()).isNotNull();
            });
  }

  @Test
  void twoWorkspacesShareNeitherHostsNorAnythingOutsideOfTheirNamespaces() {
    // given
    Told one = Told.of(Samples.setting(Told.BACKEND, "one", nothing()));
    Told other = Told.of(Samples.setting(Told.BACKEND, "other", nothing()));
    // then
    assertThat(one.objects())
        .allSatisfy(object -> assertThat(object).isInstanceOf(Namespaced.class));
    assertThat(hosts(one)).hasSize(4).doesNotContainAnyElementsOf(hosts(other));
  }

  @Test
  void whatWaitsForADatabaseDoesSoBeforeItStarts() {
    // when
    Told told = Told.with("");
    // then
    assertThat(List.of("helicone-auth", "helicone-realtime", "helicone-storage"))
        .allSatisfy(
            name ->
                assertThat(told.pod(name).getInitContainers())
                    .extracting(Container::getName)
                    .containsExactly("init-db"));
    assertThat(told.pod("helicone-web").getInitContainers())
        .extracting(Container::getName)
        .containsExactly("init-db", "supabase-migration-runner", "clickhouse-migration-runner");
    assertThat(told.pod("helicone-web").getInitContainers())
        .extracting(initial -> initial.getResources().getRequests().get("memory").toString())
        .containsOnly("128Mi");
  }

  @ParameterizedTest
  @CsvSource({
    "functions, helicone-functions, ''",
    "auth, helicone-auth, /auth/v1/",
    "realtime, helicone-realtime, /realtime/v1/",
    "storage, helicone-storage, /storage/v1/"
  })
  void aComponentThatIsNotEnabledLeavesNothingBehind(String value, String name, String route) {
    // when
    Told told = Told.with(value + ": {enabled: false}");
    // then
    assertThat(told.objects())
        .extracting(object -> object.getMetadata().getName())
        .noneMatch(each -> each.startsWith(name));
    assertThat(told.settings("helicone-kong").get("kong.yml"))
        .satisfies(routes -> assertThat(route.isEmpty() || !routes.contains(route)).isTrue());
  }

  @Test
  void theSmallProfileFitsALaptopAndSaysWhatEveryPodMayTake() {
    // when
    Footprint footprint = Told.BACKEND.footprint(new BackendInput(Map.of(), "profile: small"));
    // then
    assertThat(footprint.millicores()).isBetween(300L, 1_000L);
    assertThat(footprint.bytes()).isBetween(GIBIBYTE, 3 * GIBIBYTE);
    assertThat(Told.with("profile: small").all(Deployment.class))
        .extracting(deployment -> deployment.getSpec().getTemplate().getSpec())
        .allSatisfy(
            pod ->
                assertThat(pod.getContainers().getFirst().getResources().getLimits())
                    .containsKey("memory"));
  }

  @Test
  void theProductionProfileKeepsDataAndScalesWhatCanBeScaled() {
    // when
    Told told = Told.with("profile: production");
    // then
    assertThat(told.names(PersistentVolumeClaim.class))
        .containsExactlyInAnyOrder(
            "helicone-db-pvc", "helicone-clickhouse-pvc", "helicone-storage-pvc");
    assertThat(told.names(HorizontalPodAutoscaler.class))
        .containsExactlyInAnyOrder("helicone-kong", "helicone-web", "helicone-worker");
    assertThat(told.get(Deployment.class, "helicone-web").getSpec().getReplicas()).isNull();
    assertThat(told.get(Deployment.class, "helicone-auth").getSpec().getReplicas()).isEqualTo(2);
  }

  @Test
  void whatKeepsDataIsNeverTwiceOnItsVolume() {
    // when
    Told told = Told.with("profile: production");
    // then
    assertThat(List.of("helicone-db", "helicone-clickhouse", "helicone-storage"))
        .allSatisfy(
            name ->
                assertThat(told.get(Deployment.class, name).getSpec().getStrategy().getType())
                    .isEqualTo("Recreate"));
  }

  @Test
  void imgproxySeesTheFilesThatStorageTellsItOf() {
    // given
    Told told = Told.with("");
    Told shared = Told.with("storage: {persistence: {accessModes: [ReadWriteMany]}}");
    // then one node has both, unless several can have the volume
    assertThat(told.pod("helicone-imgproxy").getVolumes())
        .extracting(Volume::getPersistentVolumeClaim)
        .extracting("claimName")
        .containsExactly("helicone-storage-pvc");
    assertThat(told.pod("helicone-imgproxy").getAffinity().getPodAffinity()).isNotNull();
    assertThat(shared.pod("helicone-imgproxy").getAffinity()).isNull();
  }

  @Test
  void onlyWhatPeopleCanUseIsToldAsAWayIn() {
    // when
    Told told = Told.with("");
    // then
    assertThat(told.all(Service.class))
        .filteredOn(
            service -> !service.getMetadata().getAnnotations().containsKey("helium.dev/hidden"))
        .extracting(service -> service.getMetadata().getAnnotations().get("helium.dev/link-name"))
        .containsExactlyInAnyOrder("postgres", "clickhouse", "api", "studio", "console", "worker");
    assertThat(told.get(Service.class, "helicone-db").getMetadata().getAnnotations())
        .containsEntry("helium.dev/credentials", "helicone-postgres");
  }

  @Test
  void anUpdateKeepsTheNameOfEverything() {
    assertThat(names(Told.with("helicone: {web: {image: {tag: v2}}}")))
        .isEqualTo(names(Told.with("")));
  }

  @Test
  void itsLinksAreThoseOfTheIngressesThatThereAre() {
    // given
    Told told = Told.with("global: {baseDomain: example.com}\nstudio: {ingress: {enabled: false}}");
    // then
    assertThat(Told.BACKEND.links(told.setting()))
        .containsOnly(
            Map.entry("ConsoleURL", "https://helicone.example.com"),
            Map.entry("WorkerURL", "https://worker.example.com"),
            Map.entry("ApiURL", "https://api.example.com"));
  }

  private static List<String> names(Told told) {
    return told.objects().stream()
        .map(object -> object.getKind() + "/" + object.getMetadata().getName())
        .sorted()
        .toList();
  }

  private static List<String> hosts(Told told) {
    return told.all(Ingress.class).stream()
        .map(ingress -> ingress.getSpec().getRules().getFirst().getHost())
        .toList();
  }

  private static BackendInput nothing() {
    return new BackendInput(Map.of(), "");
  }
}
