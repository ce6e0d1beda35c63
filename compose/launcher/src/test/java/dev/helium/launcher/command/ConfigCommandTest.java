package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.launcher.stub.TypedCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConfigCommandTest {
  @RegisterExtension final TypedCommands typed = new TypedCommands();

  @Test
  void showsWhatCountsAndWhoSaysSo() throws IOException {
    // given
    Path file = file("server: http://127.0.0.1:1\noutput: json\n");

    // when
    int code = typed.run("config", "-o", "table");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "SETTING VALUE WHO SAYS SO",
            "server " + typed.api().address() + " HELIUM_URL",
            "token file " + typed.home().resolve("token") + " " + typed.home(),
            "output table --output",
            "Your settings: " + file);
  }

  @Test
  void saysThatTheTokenOfThisMachineStaysHere() {
    // when
    typed.run("config", "--server", "https://helium.example.com");

    // then
    assertThat(typed.output())
        .contains("https://helium.example.com  --server")
        .contains("nobody; that of this machine stays here");
  }

  @Test
  void tellsAProgramTheSame() throws IOException {
    // given
    Path file = file("output: json\n");

    // when
    typed.run("config");

    // then
    assertThat(new ObjectMapper().readTree(typed.output()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"Server":{"Value":"%s","Origin":"HELIUM_URL"},
                     "TokenFile":{"Value":"%s","Origin":"%s"},
                     "Output":{"Value":"json","Origin":"%s"},"File":"%s"}
                    """
                        .formatted(
                            typed.api().address(),
                            typed.home().resolve("token"),
                            typed.home(),
                            file,
                            file)));
  }

  @Test
  void aFileThatIsWrongIsSaidInWords() throws IOException {
    // given
    file("otput: json\n");

    // when
    int code = typed.run("list");

    // then
    assertThat(code).isEqualTo(2);
    assertThat(typed.errors()).endsWith("otput is no setting; did you mean \"output\"?");
  }

  @Test
  void anotherHeliumIsAskedWithItsToken() throws IOException {
    // given
    Path token = Files.writeString(typed.project().resolve("other"), "another\n");
    typed.api().on("GET /v1/api/orphans", 200, "{\"Orphans\":[]}");
    String server = typed.api().address().toString();

    // when
    int code =
        typed
            .with("HELIUM_URL", "http://127.0.0.1:9")
            .run("orphans", "--server", server, "--token-file", token.toString());

    // then
    assertThat(code).isZero();
    assertThat(typed.api().asked().getFirst().token()).isEqualTo("Bearer another");
  }

  private Path file(String yaml) throws IOException {
    Path folder = Files.createDirectories(typed.project().resolve("config").resolve("helium"));
    typed.with("XDG_CONFIG_HOME", folder.getParent().toString());
    return Files.writeString(folder.resolve("config.yaml"), yaml);
  }
}
