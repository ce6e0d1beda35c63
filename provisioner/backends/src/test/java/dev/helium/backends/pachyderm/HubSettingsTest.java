package dev.helium.backends.pachyderm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.product.Samples;
import org.junit.jupiter.api.Test;

final class HubSettingsTest {
  private static final PachydermBackend BACKEND = new PachydermBackend();

  @Test
  void usersChooseHowRepositoriesAreMounted() {
    // when
    JsonNode profiles = settings("").at("/KubeSpawner/profile_list");
    // then
    assertThat(profiles.findValuesAsText("slug")).containsExactly("combined", "sidecar");
    assertThat(profiles.at("/0/default").asBoolean()).isTrue();
    assertThat(profiles.at("/1/kubespawner_override/extra_containers/0/image").asText())
        .isEqualTo("pachyderm/mount-server:2.4.3");
    // and what only mounts is shared with what only reads
    assertThat(profiles.at("/1/kubespawner_override/volume_mounts").findValuesAsText("mountPath"))
        .containsExactly("/home/jovyan", "/pfs");
  }

  @Test
  void withoutAuth0UsersLogInWithTheWordInTheSecret() {
    // when
    JsonNode settings = settings("");
    // then
    assertThat(settings.at("/JupyterHub/authenticator_class").asText()).isEqualTo("dummy");
    assertThat(Template.text("jupyterhub_config.py"))
        .contains("c.DummyAuthenticator.password = os.environ[\"NOTEBOOKS_PASSWORD\"]");
  }

  @Test
  void withAuth0UsersLogInThere() {
    // when
    JsonNode settings = settings(Template.text("cloud.yaml"));
    // then
    assertThat(settings.at("/JupyterHub/authenticator_class").asText()).isEqualTo("auth0");
    assertThat(settings.at("/Authenticator/auto_login").asBoolean()).isTrue();
    assertThat(settings.at("/Auth0OAuthenticator/oauth_callback_url").asText())
        .isEqualTo("https://jh-sample.workspaces.example.com/hub/oauth_callback");
  }

  @Test
  void notebooksThatNobodyUsesEnd() {
    assertThat(settings("").at("/JupyterHub/services/0/command").toString())
        .contains("--timeout=3600");
    assertThat(
            settings("notebooks: {cull: {enabled: false}}")
                .at("/JupyterHub/services")
                .isMissingNode())
        .isTrue();
  }

  @Test
  void theRulesForTrafficKnowNotebooks() {
    assertThat(settings("").at("/KubeSpawner/extra_labels").has(NotebookRules.NOTEBOOK)).isTrue();
  }

  @Test
  void numbersAreNumbersForTheHub() {
    assertThat(
            settings("notebooks: {singleuser: {cpu: {guarantee: 0.5}}}")
                .at("/KubeSpawner/cpu_guarantee")
                .isNumber())
        .isTrue();
  }

  private JsonNode settings(String values) {
    try {
      return new ObjectMapper()
          .readTree(new HubSettings(new Plan(Samples.setting(BACKEND, values))).json());
    } catch (JsonProcessingException invalid) {
      throw new AssertionError(invalid);
    }
  }
}
