package dev.helium.backends.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in for people and for what sends events. */
final class EntranceTest {
  @Test
  void onNginxTheHostHasACertificateAndIsRedirected() {
    // when
    Ingress ingress = ingress(Variants.NGINX);
    // then
    assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("nginx");
    assertThat(ingress.getMetadata().getAnnotations())
        .containsEntry("cert-manager.io/cluster-issuer", "letsencrypt-prod")
        .containsEntry("nginx.ingress.kubernetes.io/ssl-redirect", "true")
        .containsEntry("nginx.ingress.kubernetes.io/force-ssl-redirect", "true");
    assertThat(ingress.getSpec().getTls())
        .singleElement()
        .satisfies(
            tls -> {
              assertThat(tls.getHosts()).containsExactly("events.example.com");
              assertThat(tls.getSecretName()).isEqualTo("nginx-letsencrypt-posthog");
            });
  }

  @Test
  void withoutAHostThereIsNoCertificateAndEveryHostIsTaken() {
    // when
    Ingress ingress = ingress("");
    // then
    assertThat(ingress.getSpec().getTls()).isEmpty();
    assertThat(ingress.getSpec().getRules().getFirst().getHost()).isNull();
    assertThat(ingress.getMetadata().getAnnotations())
        .doesNotContainKey("cert-manager.io/cluster-issuer");
  }

  @Test
  void whatSendsEventsHasPathsOfItsOwn() {
    // when
    List<HTTPIngressPath> paths = ingress("").getSpec().getRules().getFirst().getHttp().getPaths();
    // then
    assertThat(paths)
        .extracting(HTTPIngressPath::getPath)
        .containsExactly("/", "/batch", "/capture", "/decide", "/e", "/track", "/s");
    assertThat(paths)
        .extracting(path -> path.getBackend().getService().getName())
        .startsWith("posthog")
        .containsOnlyOnce("posthog")
        .endsWith("posthog-events");
  }

  @Test
  void withoutPodsForEventsThoseOfThePagesTakeThem() {
    assertThat(
            ingress("events: {enabled: false}")
                .getSpec()
                .getRules()
                .getFirst()
                .getHttp()
                .getPaths())
        .extracting(HTTPIngressPath::getPath)
        .containsExactly("/");
  }

  @Test
  void onGoogleItsLoadBalancerIsToldByAnnotationsAndObjectsOfItsOwn() {
    // given
    Made made = Made.of(Variants.GOOGLE);
    // then
    assertThat(made.the(Ingress.class, "posthog").getSpec().getIngressClassName()).isNull();
    assertThat(made.the(Ingress.class, "posthog").getMetadata().getAnnotations())
        .containsEntry("kubernetes.io/ingress.class", "gce")
        .containsEntry("networking.gke.io/managed-certificates", "posthog-gke-cert")
        .containsEntry("networking.gke.io/v1beta1.FrontendConfig", "posthog-frontend-config")
        .containsEntry("kubernetes.io/ingress.global-static-ip-name", "sample");
    assertThat(spec(made, "posthog-gke-cert"))
        .isEqualTo(Map.of("domains", List.of("events.example.com")));
    assertThat(spec(made, "posthog-frontend-config"))
        .isEqualTo(Map.of("redirectToHttps", Map.of("enabled", true)));
  }

  @Test
  void thePagesAreBehindANodePortOfTheirOwnNameBeside() {
    // when
    Service service = Made.of("").the(Service.class, "posthog");
    // then
    assertThat(service.getSpec().getType()).isEqualTo("NodePort");
    assertThat(service.getSpec().getPorts().getFirst().getPort()).isEqualTo(8000);
    assertThat(service.getMetadata().getAnnotations())
        .containsEntry("helium.dev/link-name", "console");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "'', none",
        "'ingress: {hostname: a.example.com}', https://a.example.com",
        "'ingress: {hostname: a.example.com, enabled: false}', none",
        "'ingress: {hostname: a.example.com, nginx: {redirectToTLS: false}, letsencrypt: false}',"
            + " http://a.example.com",
        "'ingress: {hostname: a.example.com, nginx: {enabled: false}}', http://a.example.com",
        "'cloud: gcp\n"
            + "ingress: {hostname: a.example.com, nginx: {enabled: false}}', https://a.example.com"
      })
  void theLinkIsWhereABrowserGetsThePages(String values, String link) {
    assertThat(Made.BACKEND.links(Made.of(values).setting()).get("ConsoleURL")).isEqualTo(link);
  }

  @Test
  void factsOfStoresAreToldWithTheSecretThatOpensThem() {
    // when
    Map<String, String> links = Made.BACKEND.links(Made.of(Variants.MONITORED).setting());
    // then
    assertThat(links)
        .containsEntry("ClickHouse", "clickhouse-posthog.sample.svc.cluster.local:9000")
        .containsEntry("ClickHouseUser", "admin")
        .containsEntry("ClickHouseSecret", "clickhouse-posthog/clickhouse-password")
        .containsEntry("PostgresSecret", "posthog-posthog-postgresql/postgresql-password")
        .containsEntry("RedisSecret", "posthog-posthog-redis/redis-password")
        .containsEntry(
            "Prometheus",
            "kubectl --namespace sample port-forward service/posthog-prometheus-server 9090:80");
    assertThat(Made.BACKEND.manifest().outputs().keySet()).containsAll(links.keySet());
  }

  private static Ingress ingress(String values) {
    return Made.of(values).the(Ingress.class, "posthog");
  }

  private static Object spec(Made made, String name) {
    return made.the(GenericKubernetesResource.class, name).getAdditionalProperties().get("spec");
  }
}
