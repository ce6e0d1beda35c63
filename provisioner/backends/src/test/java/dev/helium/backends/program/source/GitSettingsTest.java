package dev.helium.backends.program.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.program.source.CommitReference.Login;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code git} sees and does not see. */
class GitSettingsTest {
  private static final Map<String, String> SEEN =
      Map.of("PATH", "/bin", "HTTPS_PROXY", "http://proxy:3128", "AWS_PROFILE", "programs");

  @TempDir private Path home;

  @Test
  void itAsksNobodyAnythingAndReadsNothingOfTheMachine() throws Exception {
    // when
    Map<String, String> environment = environment("https://git.example.com/a", Login.NONE);
    // then
    assertThat(environment)
        .containsEntry("HOME", home.toString())
        .containsEntry("PATH", "/bin")
        .containsEntry("HTTPS_PROXY", "http://proxy:3128")
        .containsEntry("GIT_TERMINAL_PROMPT", "0")
        .containsEntry("GIT_CONFIG_NOSYSTEM", "1")
        .containsEntry("GIT_ALLOW_PROTOCOL", "https")
        .doesNotContainKeys("GIT_SSH_COMMAND", "GIT_CONFIG_COUNT", "AWS_PROFILE");
    assertThat(Path.of(environment.get("GIT_CONFIG_GLOBAL")))
        .content()
        .contains("hooksPath = /dev/null", "followRedirects = false", "recurse = false")
        // It is named, so it may be inside.
        .doesNotContain("curloptResolve");
  }

  @Test
  void whatIsOnlyAllowedOutsideIsConnectedToWhereSomebodyHasLooked() throws Exception {
    // given an address that needs no look-up
    String address = "https://1.1.1.1/a";
    // when
    Map<String, String> environment = environment(address, Login.NONE);
    // then
    assertThat(Path.of(environment.get("GIT_CONFIG_GLOBAL")))
        .content()
        .contains("curloptResolve = 1.1.1.1:443:1.1.1.1");
  }

  @Test
  void aPasswordIsInNoFileAndInNoWord() throws Exception {
    // when
    Map<String, String> environment =
        environment("https://git.example.com/a", new Login("ada", "correct horse"));
    // then
    assertThat(environment)
        .containsEntry("GIT_CONFIG_KEY_0", "http.https://git.example.com/a.extraHeader")
        .containsEntry("GIT_CONFIG_VALUE_0", "Authorization: Basic YWRhOmNvcnJlY3QgaG9yc2U=");
    assertThat(Path.of(environment.get("GIT_CONFIG_GLOBAL")))
        .content()
        .doesNotContain("YWRhOmNvcnJlY3QgaG9yc2U=", "correct horse");
  }

  @Test
  void aKeyForSshIsThatOfTheOperatorAndHostsAreThoseItKnows() throws Exception {
    // when
    Map<String, String> environment = environment("ssh://git@git.example.com/a", Login.NONE);
    // then
    assertThat(environment).containsEntry("GIT_ALLOW_PROTOCOL", "ssh");
    assertThat(environment.get("GIT_SSH_COMMAND"))
        .contains(
            "BatchMode=yes",
            "StrictHostKeyChecking=yes",
            "UserKnownHostsFile=/srv/ssh/known_hosts",
            "-i /srv/ssh/key");
  }

  @Test
  void withoutAKeyNobodyIsAskedBySsh() {
    assertThatThrownBy(
            () ->
                new GitSettings(
                        Repositories.parse("ssh://git@git.example.com"), SEEN, Optional.empty())
                    .environment(reference("ssh://git@git.example.com/a", Login.NONE), home))
        .isInstanceOf(RepositoryException.class)
        .hasMessage("there is no key for ssh here");
  }

  @Test
  void itsFilesAreHereWhileItIsAtWork() throws Exception {
    // when
    environment("https://git.example.com/a", Login.NONE);
    // then
    assertThat(home.toFile().list()).containsExactly("gitconfig");
  }

  private Map<String, String> environment(String address, Login login) throws Exception {
    return new GitSettings(
            Repositories.parse("https, https://git.example.com, ssh://git@git.example.com"),
            SEEN,
            Optional.of(Path.of("/srv/ssh")))
        .environment(reference(address, login), home);
  }

  private static CommitReference reference(String address, Login login) {
    return new CommitReference(RepositoryAddress.parse(address).orElseThrow(), "", "", login);
  }
}
