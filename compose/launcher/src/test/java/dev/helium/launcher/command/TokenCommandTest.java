package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.launcher.stub.TypedCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenCommandTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @RegisterExtension final TypedCommands typed = new TypedCommands().at(InstantSource.fixed(NOW));

  @Test
  void aTokenIsShownOnceAndOnlyItsDigestIsKept() throws Exception {
    // when
    int code =
        typed.run(
            "token",
            "ada@example.com",
            "--role",
            "user",
            "--id",
            "ci",
            "--expiry",
            "2026-12-24",
            "--scopes",
            "read,create",
            "--note",
            "for the pipeline");
    // then
    assertThat(code).isZero();
    String token = typed.output().strip();
    assertThat(token).matches("helium_[A-Za-z0-9_-]{43}");
    String content = Files.readString(tokens());
    assertThat(content).doesNotContain(token);
    JsonNode entry = new ObjectMapper().readTree(content).get("tokens").get(0);
    assertThat(entry)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"id":"ci","sha256":"%s","name":"ada@example.com","role":"user",
                     "scopes":["read","create"],"expires":"2026-12-25T00:00:00Z",
                     "note":"for the pipeline"}
                    """
                        .formatted(sha256(token))));
    assertThat(typed.errors())
        .isEqualTo(
            "Token ci of ada@example.com, user, until 2026-12-25T00:00:00Z. It is shown this once;"
                + " its digest is in "
                + CommandContext.shortened(tokens())
                + ".");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokens())))
        .isEqualTo("rw-------");
  }

  @Test
  void furtherTokensAreAddedBehindTheOthers() throws IOException {
    // when
    typed.run("token", "ada", "--role", "viewer", "--id", "one");
    typed.run("token", "bob", "--role", "admin", "--id", "two", "--expiry", "never");
    // then
    JsonNode list = new ObjectMapper().readTree(Files.readString(tokens())).get("tokens");
    assertThat(list).hasSize(2);
    assertThat(list.get(0).get("expires").asText()).isEqualTo("2026-05-30T10:00:00Z");
    assertThat(list.get(0).has("scopes")).isFalse();
    assertThat(list.get(1).has("expires")).isFalse();
    assertThat(list.get(0).get("sha256")).isNotEqualTo(list.get(1).get("sha256"));
  }

  @Test
  void whatTheGatewayWouldNotTakeIsNotAdded() {
    // given
    typed.run("token", "ada", "--role", "viewer", "--id", "one");
    // when, then
    fails(1, "There is a token with the id one already", "ada", "--role", "user", "--id", "one");
    refuses("--role must be one of viewer, user, operator, admin.", "ada", "--role", "root");
    refuses("--scopes must be of read,", "ada", "--role", "user", "--scopes", "read,write");
    refuses("--expiry must be a date", "ada", "--role", "user", "--expiry", "tomorrow");
    refuses("--expiry must be in the future", "ada", "--role", "user", "--expiry", "2026-02-01");
    refuses("--id must have", "ada", "--role", "user", "--id", "a b");
    refuses("NAME must have", " ", "--role", "user");
  }

  @Test
  void aFileThatIsDamagedIsLeftAsItIs() throws IOException {
    // given
    Files.createDirectories(tokens().getParent());
    Files.writeString(tokens(), "{\"tokens\": [");
    // when
    fails(1, "is not JSON; mend it first", "ada", "--role", "user");
    // then
    assertThat(Files.readString(tokens())).isEqualTo("{\"tokens\": [");
  }

  private void refuses(String message, String... arguments) {
    fails(2, message, arguments);
  }

  private void fails(int code, String message, String... arguments) {
    typed.forget();
    String[] all = new String[arguments.length + 1];
    all[0] = "token";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    assertThat(typed.run(all)).isEqualTo(code);
    assertThat(typed.errors()).contains(message);
  }

  private Path tokens() {
    return typed.home().resolve("tokens.json");
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
