package dev.helium.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticationEnvironmentTest {
  private static final String ISSUER = "https://issuer.example.com/realms/one";

  @TempDir Path directory;

  @Test
  void anIssuerIsToldWithItsAudienceAndTheRolesOfItsGroups() {
    // when
    AuthenticationSettings settings =
        settings(
            Map.of(
                "HELIUM_OIDC_ISSUER", ISSUER,
                "HELIUM_OIDC_AUDIENCE", "helium",
                "HELIUM_OIDC_ROLES", "ops=operator"));
    // then
    assertThat(settings.sources())
        .containsExactly(
            new CredentialSource.Issuer(
                new OidcSettings(
                    URI.create(ISSUER),
                    "helium",
                    List.of("email", "preferred_username", "sub"),
                    "groups",
                    GroupRoles.parse("ops=operator"),
                    Optional.empty())));
    assertThat(settings.forwarded()).isEqualTo(Role.USER);
    assertThat(settings.proxies()).isEqualTo(TrustedProxies.HERE);
  }

  @Test
  void theClientIdOfTheOriginalIsTheAudienceUnlessAnotherIsNamed() {
    // when
    AuthenticationSettings settings =
        settings(
            Map.of(
                "HELIUM_OIDC_ISSUER", "http://127.0.0.1:8080/realms/one",
                "HELIUM_CLIENT_ID", "original",
                "HELIUM_OIDC_NAME_CLAIM", "upn",
                "HELIUM_OIDC_GROUPS_CLAIM", "roles",
                "HELIUM_OIDC_ROLES", "*=viewer"));
    // then
    CredentialSource.Issuer issuer = (CredentialSource.Issuer) settings.sources().getFirst();
    assertThat(issuer.settings().audience()).isEqualTo("original");
    assertThat(issuer.settings().nameClaims()).containsExactly("upn");
    assertThat(issuer.settings().groupsClaim()).isEqualTo("roles");
  }

  @Test
  void whatAnIssuerNeedsIsAskedFor() {
    refuses(
        Map.of("HELIUM_OIDC_ISSUER", ISSUER),
        "HELIUM_OIDC_AUDIENCE or HELIUM_CLIENT_ID must be set");
    refuses(
        Map.of("HELIUM_OIDC_ISSUER", ISSUER, "HELIUM_CLIENT_ID", "a"),
        "HELIUM_OIDC_ROLES must be set");
    refuses(
        Map.of("HELIUM_OIDC_ISSUER", ISSUER, "HELIUM_CLIENT_ID", "a", "HELIUM_OIDC_ROLES", "x"),
        "HELIUM_OIDC_ROLES must be pairs such as");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://issuer.example.com",
        "http://10.0.0.1",
        "ftp://127.0.0.1",
        "issuer",
        "https://",
        "https://user:word@issuer.example.com",
        "https://issuer.example.com?a=b",
        "a b"
      })
  void keysAreNotTakenFromWhereAnybodyCouldChangeThem(String issuer) {
    refuses(
        Map.of(
            "HELIUM_OIDC_ISSUER", issuer,
            "HELIUM_OIDC_AUDIENCE", "helium",
            "HELIUM_OIDC_ROLES", "*=viewer"),
        "HELIUM_OIDC_ISSUER must be an address such as https://");
  }

  @Test
  void aFileOfTokensMayComeLaterButNotBeWrong() throws IOException {
    // given
    Path none = directory.resolve("none.json");
    Path wrong = Files.writeString(directory.resolve("wrong.json"), "{}");
    // when, then
    assertThat(settings(Map.of("HELIUM_TOKENS_FILE", none.toString())).sources())
        .containsExactly(new CredentialSource.Tokens(none, TokenSet.EMPTY));
    refuses(
        Map.of("HELIUM_TOKENS_FILE", wrong.toString()),
        "HELIUM_TOKENS_FILE breaks rules: the file must have the list");
    refuses(
        Map.of("HELIUM_TOKENS_FILE", directory.toString()),
        "HELIUM_TOKENS_FILE must be a file that can be read");
  }

  @Test
  void whoForwardsNamesIsTold() {
    // given
    Map<String, String> some = Map.of("HELIUM_TOKENS_FILE", directory.resolve("x").toString());
    Map<String, String> told = new HashMap<>(some);
    told.put("HELIUM_TRUSTED_PROXIES", "10.0.0.0/8");
    told.put("HELIUM_FORWARDED_ROLE", "operator");
    // when
    AuthenticationSettings settings = settings(told);
    // then
    assertThat(settings.proxies().contains("10.9.9.9")).isTrue();
    assertThat(settings.forwarded()).isEqualTo(Role.OPERATOR);
    // and what is wrong is refused
    Map<String, String> names = new HashMap<>(some);
    names.put("HELIUM_TRUSTED_PROXIES", "proxy.example.com");
    refuses(names, "HELIUM_TRUSTED_PROXIES must be addresses such as");
    Map<String, String> role = new HashMap<>(some);
    role.put("HELIUM_FORWARDED_ROLE", "root");
    refuses(role, "HELIUM_FORWARDED_ROLE must be one of viewer, user, operator, admin");
  }

  private static void refuses(Map<String, String> variables, String message) {
    assertThatThrownBy(() -> settings(variables))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(message);
  }

  private static AuthenticationSettings settings(Map<String, String> variables) {
    return AuthenticationEnvironment.of(Environment.of(variables), "127.0.0.1");
  }
}
