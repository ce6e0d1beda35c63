package dev.helium.backends.helicone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import org.junit.jupiter.api.Test;

final class HeliconeIngressTest {
  @Test
  void fourHostsBelowTheDomainLeadIn() {
    // when
    Told told = Told.with("global: {baseDomain: example.com}");
    // then
    assertThat(told.all(Ingress.class))
        .extracting(
            ingress -> ingress.getSpec().getRules().getFirst().getHost(),
            ingress -> ingress.getSpec().getTls().getFirst().getSecretName(),
            ingress -> ingress.getSpec().getIngressClassName(),
            HeliconeIngressTest::port)
        .containsExactlyInAnyOrder(
            tuple("api.example.com", "api.example.com", "nginx", 8000),
            tuple("studio.example.com", "studio.example.com", "nginx", 3000),
            tuple("helicone.example.com", "helicone.example.com", "nginx", 3000),
            tuple("worker.example.com", "worker.example.com", "nginx", 8787));
    assertThat(told.settings("helicone-auth"))
        .containsEntry("API_EXTERNAL_URL", "https://api.example.com")
        .containsEntry("GOTRUE_SITE_URL", "https://helicone.example.com");
  }

  @Test
  void eachHasACertificateInASecretThatIsNamedLikeTheHost() {
    // when
    Told told = Told.with("global: {baseDomain: example.com}");
    // then
    assertThat(told.all(Secret.class))
        .filteredOn(secret -> "kubernetes.io/tls".equals(secret.getType()))
        .hasSize(4)
        .allSatisfy(
            secret ->
                assertThat(secret.getStringData())
                    .hasEntrySatisfying("tls.crt", pem -> assertThat(pem).contains("CERTIFICATE"))
                    .hasEntrySatisfying("tls.key", pem -> assertThat(pem).contains("PRIVATE KEY")));
  }

  @Test
  void aCertificateOfSomebodyElsesIsNotMade() {
    // when
    Told told =
        Told.with(
            """
            studio:
              ingress:
                annotations: {cert-manager.io/cluster-issuer: mine}
                hosts: [{host: s.example.com, paths: [{path: /a}, {path: /b, pathType: Exact}]}, {host: t.example.com}]
                tls: [{secretName: certificate}]
            """);
    Ingress studio = told.get(Ingress.class, "helicone-studio");
    // then
    assertThat(studio.getMetadata().getAnnotations())
        .containsEntry("cert-manager.io/cluster-issuer", "mine")
        .containsEntry("helium.dev/link-name", "studio");
    assertThat(studio.getSpec().getTls())
        .singleElement()
        .satisfies(
            tls -> {
              assertThat(tls.getSecretName()).isEqualTo("certificate");
              assertThat(tls.getHosts()).containsExactly("s.example.com", "t.example.com");
            });
    assertThat(studio.getSpec().getRules().getFirst().getHttp().getPaths())
        .extracting("path", "pathType")
        .containsExactly(tuple("/a", "Prefix"), tuple("/b", "Exact"));
    assertThat(told.names(Secret.class)).doesNotContain("certificate", "s.example.com");
  }

  @Test
  void nobodyRewritesPaths() {
    assertThat(Told.with("").all(Ingress.class))
        .flatExtracting(ingress -> ingress.getMetadata().getAnnotations().keySet())
        .containsOnly("helium.dev/link-name", "helium.dev/credentials");
  }

  @Test
  void behindKongIsWhatThereIsOfSupabase() {
    // when
    Told told = Told.with("");
    // then
    assertThat(told.settings("helicone-kong").get("kong.yml"))
        .contains(
            "http://helicone-auth.sample.svc.cluster.local:9999/verify",
            "http://helicone-rest.sample.svc.cluster.local:3000/rpc/graphql",
            "http://realtime-dev.sample.svc.cluster.local:4000/socket",
            "http://helicone-storage.sample.svc.cluster.local:5000/",
            "http://helicone-meta.sample.svc.cluster.local:8080/")
        .doesNotContain("${", told.secret("helicone-supabase").get("ANON_KEY"));
  }

  private static int port(Ingress ingress) {
    return ingress
        .getSpec()
        .getRules()
        .getFirst()
        .getHttp()
        .getPaths()
        .getFirst()
        .getBackend()
        .getService()
        .getPort()
        .getNumber();
  }
}
