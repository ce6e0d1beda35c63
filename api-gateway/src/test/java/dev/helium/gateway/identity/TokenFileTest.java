package dev.helium.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenFileTest {
  /** Of the text "secret". */
  private static final String DIGEST =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  @Test
  void aTokenIsFoundByItsDigest() {
    // given as ./helium token writes it
    TokenSet tokens =
        parse(
            """
            {"tokens":[
              {"id":"one","sha256":"%s","name":"ann","role":"viewer"},
              {"id":"ci","sha256":"%s","name":"ada@example.com","role":"user",
               "scopes":["read","create"],"expires":"2026-12-25T00:00:00Z","note":"pipeline"}]}
            """
                .formatted("0".repeat(64), DIGEST));
    // when
    Optional<TokenEntry> found = tokens.find("secret");
    // then
    assertThat(found)
        .contains(
            new TokenEntry(
                "ci",
                found.orElseThrow().digest(),
                "ada@example.com",
                Role.USER,
                EnumSet.of(Action.READ, Action.CREATE),
                Instant.parse("2026-12-25T00:00:00Z")));
    assertThat(found.orElseThrow().identity().means()).isEqualTo(new Means(Means.Kind.TOKEN, "ci"));
    assertThat(tokens.find("another")).isEmpty();
    assertThat(tokens.entries().getFirst().scopes()).containsExactlyInAnyOrder(Action.values());
    assertThat(tokens.entries().getFirst().expires()).isEqualTo(Instant.MAX);
  }

  @Test
  void everyRuleThatIsBrokenIsSaidAtOnceAndNothingOfTheContent() {
    assertThatThrownBy(
            () ->
                parse(
                    """
                    {"tokens":[
                      {"id":"a b","sha256":"verysecret","name":"","role":"root","roles":"x",
                       "scopes":["write"],"expires":"tomorrow","note":7},
                      {"id":"one","sha256":"%s","name":"ann","role":"user"},
                      {"id":"one","sha256":"%s","name":"ann","role":"user","scopes":[]},
                      "token"]}
                    """
                        .formatted(DIGEST, DIGEST)))
        .isInstanceOf(TokensException.class)
        .hasMessageContainingAll(
            "tokens[0].id must have 1 to 64",
            "tokens[0].sha256 must be the SHA-256",
            "tokens[0].name must have",
            "tokens[0].role must be one of viewer, user, operator, admin",
            "tokens[0].roles is not a field; did you mean \"role\"?",
            "tokens[0].scopes each must be one of read,",
            "tokens[0].expires must be an instant",
            "tokens[0].note must be text",
            "tokens[2].scopes must be a list",
            "tokens[3] must be an object")
        .hasMessageNotContaining("verysecret");
    assertThatThrownBy(
            () ->
                parse(
                    """
                    {"tokens":[{"id":"one","sha256":"%s","name":"ann","role":"user"},
                               {"id":"one","sha256":"%s","name":"bob","role":"user"}]}
                    """
                        .formatted(DIGEST, "0".repeat(64))))
        .hasMessage("tokens[1].id must be no other token's");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{", "{}", "{\"tokens\":7}", "{\"tokens\":[],\"more\":1}", "null", "7"})
  void whatIsNoListOfTokensIsRefused(String content) {
    assertThatThrownBy(() -> parse(content))
        .isInstanceOf(TokensException.class)
        .hasMessageStartingWith("the file must");
  }

  @Test
  void aListWithoutTokensLetsNobodyIn() {
    assertThat(parse("{\"tokens\":[]}").entries()).isEmpty();
  }

  private static TokenSet parse(String content) {
    return TokenFile.parse(content.getBytes(StandardCharsets.UTF_8));
  }
}
