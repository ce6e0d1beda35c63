package dev.helium.backends.pachyderm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.product.Samples;
import dev.helium.backends.product.Setting;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LinksTest {
  private static final PachydermBackend BACKEND = new PachydermBackend();

  @Test
  void withoutADomainWhatIsSeenInTheClusterIsLeftToItsWatcher() {
    // when
    Map<String, String> links = links("");
    // then
    assertThat(links).containsOnlyKeys("GCSBucket", "Pachctl");
    assertThat(links.get("GCSBucket")).matches("pach-bucket-[0-9a-f]{7}");
    assertThat(links.get("Pachctl"))
        .isEqualTo("pachctl config import-kube sample --namespace sample --overwrite");
  }

  @Test
  void withADomainAllIsSaidInTheWordsOfTheOriginal() {
    assertThat(links(Template.text("cloud.yaml")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ConsoleURL",
                "https://sample.workspaces.example.com",
                "NotebooksURL",
                "https://jh-sample.workspaces.example.com",
                "GCSBucket",
                "a-bucket",
                "Pachctl",
                "echo '{\"pachd_address\": \"grpcs://sample.workspaces.example.com:443\","
                    + " \"source\": 2}' | tr -d \\ |"
                    + " pachctl config set context sample --overwrite"
                    + " && pachctl config set active-context sample"));
  }

  @Test
  void aLoadBalancerOfPachdAloneIsLeftToTheWatcherToo() {
    assertThat(links("{proxy: {enabled: false}, pachd: {externalService: {enabled: true}}}"))
        .containsOnlyKeys("GCSBucket");
  }

  @Test
  void theWayInToTheConsoleIsNamedAndSoIsWhatOpensIt() {
    // given
    String values = "{oidc: {mockIDP: true}, pachd: {enterpriseLicenseKey: key}}";
    // then
    assertThat(service(values, "pachyderm-proxy").getMetadata().getAnnotations())
        .containsEntry("helium.dev/link-name", "console")
        .containsEntry("helium.dev/credentials", "pachyderm-identity");
    assertThat(service(values, "proxy-public").getMetadata().getAnnotations())
        .containsEntry("helium.dev/link-name", "notebooks")
        .containsEntry("helium.dev/credentials", "hub");
    assertThat(service(values, "pg-bouncer").getMetadata().getAnnotations())
        .containsEntry("helium.dev/hidden", "true");
  }

  @Test
  void loadBalancersAskForTheirNamesInTheDns() {
    assertThat(service("domain: example.com", "pachyderm-proxy").getMetadata().getAnnotations())
        .containsEntry("external-dns.alpha.kubernetes.io/hostname", "sample.example.com")
        .containsEntry("external-dns.alpha.kubernetes.io/ttl", "300");
    assertThat(service("", "pachyderm-proxy").getMetadata().getAnnotations())
        .doesNotContainKey("external-dns.alpha.kubernetes.io/hostname");
  }

  private Map<String, String> links(String values) {
    return BACKEND.links(Samples.setting(BACKEND, values));
  }

  private Service service(String values, String name) {
    Setting setting = Samples.setting(BACKEND, values);
    return BACKEND.objects(setting).stream()
        .filter(Service.class::isInstance)
        .map(Service.class::cast)
        .filter(service -> service.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
