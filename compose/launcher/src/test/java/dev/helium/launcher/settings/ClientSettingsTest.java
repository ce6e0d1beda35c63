package dev.helium.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.stack.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSettingsTest {
  private static final String FAR = "https://helium.example.com";

  @TempDir Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private GivenSettings given = GivenSettings.none();

  @Test
  void theCommandLineCountsBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
    // given
    String file = file("server: https://file.example.com\n");
    assertThat(settings().server()).isEqualTo(new Setting("https://file.example.com", file));

    // when, then
    environment.put("HELIUM_PORT", "2400");
    assertThat(settings().server()).isEqualTo(new Setting("http://127.0.0.1:2400", "HELIUM_PORT"));
    environment.put("HELIUM_URL", "https://variable.example.com");
    assertThat(settings().server())
        .isEqualTo(new Setting("https://variable.example.com", "HELIUM_URL"));
    given = new GivenSettings(FAR, "", "");
    assertThat(settings().server()).isEqualTo(new Setting(FAR, "--server"));
  }

  @Test
  void whereNobodySaysAnythingItIsThisMachine() {
    // given
    String home = home().root().toString();

    // then
    assertThat(settings().server()).isEqualTo(new Setting("http://127.0.0.1:2323", "default"));
    assertThat(settings().output()).isEqualTo(new Setting("table", "default"));
    assertThat(settings().tokenFile()).contains(new Setting(home().token().toString(), home));
  }

  @Test
  void whatRunsHereIsAskedWhereItWasPut() throws IOException {
    // given
    running(2999);

    // then
    assertThat(settings().server())
        .isEqualTo(new Setting("http://127.0.0.1:2999", home().root().toString()));
  }

  @Test
  void theTokenOfThisMachineGoesToNoOther() throws IOException {
    // given
    Files.writeString(Files.createDirectories(home().root()).resolve("token"), "secret\n");

    // when, then
    for (String here : new String[] {"http://localhost:1", "http://127.9.9.9", "http://[::1]:1"}) {
      given = new GivenSettings(here, "", "");
      assertThat(settings().token()).isEqualTo("secret");
    }
    given = new GivenSettings(FAR, "", "");
    assertThat(settings().tokenFile()).isEmpty();
    wrong("There is no token for https://helium.example.com: name its file with --token-file");
  }

  @Test
  void aTokenIsReadFromTheFileThatSomebodyNames() throws IOException {
    // given
    Path token = Files.writeString(directory.resolve("my-token"), " abc \n");
    given = new GivenSettings(FAR, token.toString(), "");

    // when, then
    assertThat(settings().token()).isEqualTo("abc");
    Files.writeString(token, "two words");
    assertThatThrownBy(() -> settings().token()).hasMessageContaining("something else than one");
    Files.delete(token);
    assertThatThrownBy(() -> settings().token())
        .hasMessageStartingWith("There is no readable token file ")
        .hasMessageEndingWith(", which --token-file names.");
  }

  @Test
  void aFileNamesTheTokenBesideItselfOrFromHome() throws IOException {
    // given
    String file = file("tokenFile: token\n");
    assertThat(settings().tokenFile())
        .contains(new Setting(Path.of(file).resolveSibling("token").toString(), file));

    // when
    file("tokenFile: ~/secrets/token\n");

    // then
    assertThat(settings().tokenFile().orElseThrow().value())
        .isEqualTo(directory.resolve("home").resolve("secrets").resolve("token").toString());
  }

  @Test
  void theFolderForSettingsCountsBeforeTheOneInTheHome() throws IOException {
    // given
    file("output: json\n");
    assertThat(settings().format()).isEqualTo(OutputFormat.JSON);

    // when, then
    environment.put("XDG_CONFIG_HOME", directory.resolve("elsewhere").toString());
    assertThat(settings().format()).isEqualTo(OutputFormat.TABLE);
    environment.put("XDG_CONFIG_HOME", "relative");
    assertThat(settings().format()).isEqualTo(OutputFormat.JSON);
  }

  @Test
  void aFileThatIsWrongSaysWhereAndWhatMayHaveBeenMeant() throws IOException {
    // when, then
    file("sever: https://helium.example.com\n");
    wrong("config.yaml: sever is no setting; did you mean \"server\"?");
    file("colour: red\n");
    wrong("colour is no setting; there are server, tokenFile, output");
    file("output: [json]\n");
    wrong("output must be text");
    file("output: xml\n");
    wrong("the output must be table or json, and not xml.");
    file("- server\n");
    wrong("must hold settings such as");
    file("server: [\n");
    wrong("is not valid YAML");
    file("server: " + "x".repeat(70_000));
    wrong("is larger than 64 KiB");
  }

  @Test
  void anAddressIsSchemeHostAndPort() {
    for (String wrong :
        new String[] {
          "helium.example.com",
          "helium.example.com:2323",
          "ftp://a",
          "http://",
          "http://a/b",
          "http://a?b",
          "http://a#b",
          "http://a:b",
          "http://a b"
        }) {
      given = new GivenSettings(wrong, "", "");
      wrong("--server must be an address such as");
    }
    given = new GivenSettings(FAR + "/", "", "");
    assertThat(settings().address()).hasToString(FAR + "/");
  }

  @Test
  void aPasswordInAnAddressIsNotRepeated() {
    // given
    given = new GivenSettings("https://ada:hunter2@helium.example.com", "", "");

    // then
    assertThatThrownBy(() -> settings().check())
        .hasMessage("--server must be an address without a user or a password.");
  }

  private void wrong(String message) {
    assertThatThrownBy(
            () -> {
              settings().check();
              settings().token();
            })
        .isInstanceOfSatisfying(
            UserException.class,
            failure -> assertThat(failure.code()).isEqualTo(ExitCode.WRONG_USAGE))
        .hasMessageContaining(message);
  }

  private ClientSettings settings() {
    return new ClientSettings(given, environment, home());
  }

  private Home home() {
    return new Home(directory.resolve(".helium"));
  }

  private String file(String yaml) throws IOException {
    Path home = directory.resolve("home");
    environment.put("HOME", home.toString());
    Path folder = Files.createDirectories(home.resolve(".config").resolve("helium"));
    return Files.writeString(folder.resolve("config.yaml"), yaml).toString();
  }

  private void running(int port) throws IOException {
    Files.createDirectories(home().root());
    Files.writeString(
        home().root().resolve("endpoints.properties"),
        """
        services=api-gateway
        bootstrap=127.0.0.1:1
        kubeconfig=none
        localCluster=true
        HELIUM_PORT=%d
        HELIUM_MANAGEMENT_PORT.api-gateway=2
        HELIUM_BROKER_PORT=3
        HELIUM_HAZELCAST_PORT=4
        """
            .formatted(port));
  }
}
