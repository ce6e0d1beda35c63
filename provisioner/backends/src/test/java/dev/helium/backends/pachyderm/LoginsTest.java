package dev.helium.backends.pachyderm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.product.Samples;
import dev.helium.backends.product.Setting;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoginsTest {
  private static final String TEST_LOGIN =
      "{oidc: {mockIDP: true}, pachd: {enterpriseLicenseKey: key}}";

  private static final PachydermBackend BACKEND = new PachydermBackend();

  @Test
  void withoutALicenceThereAreNoLogins() {
    assertThat(variable("", "LICENSE_KEY")).isEmpty();
    assertThat(variable("", "ACTIVATE_AUTH")).isEmpty();
    assertThat(secret("", "pachyderm-auth")).isEmpty();
  }

  @Test
  void theTestUserHasAPasswordOfItsOwnInEveryWorkspace() {
    // given
    Setting setting = Samples.setting(BACKEND, TEST_LOGIN);
    // when
    Map<String, String> identity = secret(TEST_LOGIN, "pachyderm-identity").orElseThrow();
    // then
    String password = setting.secrets().value(Keys.TEST_LOGIN);
    assertThat(identity).containsEntry("username", "admin").containsEntry("password", password);
    assertThat(identity.get("upstream-idps"))
        .contains("\"type\":\"mockPassword\"", "\"password\":\"" + password + "\"");
    assertThat(secret(TEST_LOGIN, "pachyderm-auth").orElseThrow().get("cluster-role-bindings"))
        .isEqualTo("{\"user:kilgore@kilgore.trout\":[\"clusterAdmin\"]}");
  }

  @Test
  void whatOpensAuth0StaysInTheSecretThatExists() {
    // when
    String cloud = Template.text("cloud.yaml");
    // then Kubernetes puts it in its place when a pod starts
    assertThat(variable(cloud, "IDP_CONNECTORS").orElseThrow().getValue())
        .contains("\"clientSecret\":\"$(AUTH0_CLIENT_SECRET)\"")
        .contains("\"redirectURI\":\"https://sample.workspaces.example.com/dex/callback\"");
    assertThat(
            variable(cloud, "AUTH0_CLIENT_SECRET")
                .orElseThrow()
                .getValueFrom()
                .getSecretKeyRef()
                .getName())
        .isEqualTo("auth0-client");
  }

  @Test
  void whatIsGivenCountsBeforeWhatIsGenerated() {
    assertThat(
            secret(
                    "{oidc: {mockIDP: true}, pachd: {enterpriseLicenseKey: key, rootToken: mine}}",
                    "pachyderm-auth")
                .orElseThrow())
        .containsEntry("root-token", "mine");
  }

  @Test
  void serverAndConsoleKnowTheSameIssuer() {
    // given
    String values = "domain: example.com\nproxy: {tls: {enabled: true, secretName: certificate}}";
    // then
    assertThat(new Plan(Samples.setting(BACKEND, values)).addresses())
        .satisfies(
            addresses -> {
              assertThat(addresses.issuer()).isEqualTo("https://sample.example.com/dex");
              assertThat(addresses.issuerForBrowsers()).isEqualTo("https://sample.example.com");
              assertThat(addresses.pachdCallback())
                  .isEqualTo("https://sample.example.com/authorization-code/callback");
              assertThat(addresses.consoleCallback())
                  .isEqualTo("https://sample.example.com/oauth/callback/?inline=true");
            });
  }

  private Optional<EnvVar> variable(String values, String name) {
    return objects(values).stream()
        .filter(Deployment.class::isInstance)
        .map(Deployment.class::cast)
        .filter(deployment -> deployment.getMetadata().getName().equals("pachd"))
        .flatMap(
            pachd ->
                pachd
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .getFirst()
                    .getEnv()
                    .stream())
        .filter(variable -> variable.getName().equals(name))
        .findFirst();
  }

  private Optional<Map<String, String>> secret(String values, String name) {
    return objects(values).stream()
        .filter(Secret.class::isInstance)
        .map(Secret.class::cast)
        .filter(secret -> secret.getMetadata().getName().equals(name))
        .map(Secret::getStringData)
        .findFirst();
  }

  private List<HasMetadata> objects(String values) {
    return Samples.objects(BACKEND, values);
  }
}
