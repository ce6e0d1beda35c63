package dev.helium.pages.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.read.BackendView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
  private static final List<String> HOSTILE =
      List.of(
          "",
          "'",
          "''",
          "\\'",
          "$(id)",
          "`id`",
          "${HOME}",
          "a;b",
          "a\nb",
          "a\n\n",
          "\t",
          "!!",
          "~",
          "=a",
          "-n",
          "--",
          "*",
          "[a]",
          "{a,b}",
          "#a",
          "a #b",
          "\"",
          "\\",
          "\\n",
          "&& id",
          "|",
          "<x",
          ">x",
          "%s",
          "é日本🙂",
          "\u202e",
          "\u0001",
          "\u007f",
          " a ",
          "$'\\x41'",
          "'\"'\"'",
          "a'b'c");

  private final BackendForm form = BackendForm.of(new BackendView(CannedBackends.pachyderm()));

  @Test
  void aShellTakesEachWordForExactlyWhatItIs() throws IOException, InterruptedException {
    // given
    List<String> words = new ArrayList<>(HOSTILE);
    Random random = new Random(11);
    String letters = "ab'\"\\$`!(){}[]<>|&;#~*?= \t\n%é🙂-@";
    for (int i = 0; i < 400; i++) {
      words.add(
          random
              .ints(random.nextInt(12), 0, letters.length())
              .filter(at -> !Character.isSurrogate(letters.charAt(at)))
              .mapToObj(at -> String.valueOf(letters.charAt(at)))
              .collect(Collectors.joining()));
    }

    // when
    String command =
        "printf '%s\\0' " + words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));

    // then
    assertThat(run(command)).isEqualTo(words);
  }

  @Test
  void theCommandsAskForWhatWasTypedWhateverThatIs() throws IOException, InterruptedException {
    for (String hostile : HOSTILE) {
      if (!hostile.isBlank()) {
        // given
        Typed typed =
            Typed.of(
                Map.of(
                    "name", hostile,
                    "clusterStack", hostile,
                    "pachdVersion", hostile,
                    "p.release", hostile,
                    "p.pachd.image.repository", hostile));
        CreateCommands commands =
            new CreateCommands(form, typed, CreateOrder.of(form, typed, Instant.EPOCH));
        String said = hostile.strip();

        // when
        List<String> helium = arguments(commands.helium(), "./helium");
        List<String> curl = arguments(commands.curl(), "curl");

        // then
        assertThat(helium)
            .contains("create", said, "--cluster=" + said, "pachdVersion=" + said)
            .contains("--set=release=" + said, "--set=pachd.image.repository=" + said);
        assertThat(curl)
            .contains("name=" + said, "clusterStack=" + said)
            .contains("Authorization: Bearer T", "U/v1/api/workspace")
            .contains("parameters=" + CreateOrder.of(form, typed, Instant.EPOCH).values().encode());
      }
    }
  }

  @Test
  void namesOfFilesAreWordsToTheShellAndToCurl() throws IOException, InterruptedException {
    for (String hostile : HOSTILE) {
      // given
      Map<String, String> names = new HashMap<>();
      names.put(Typed.VALUES, hostile);
      Typed typed =
          new Typed(Map.of(Typed.VALUES, "release: 2"), names, Optional.empty(), Map.of());
      CreateCommands commands =
          new CreateCommands(form, typed, CreateOrder.of(form, typed, Instant.EPOCH));
      String file = hostile.isEmpty() ? "values.yaml" : hostile;

      // when
      List<String> curl = arguments(commands.curl(), "curl");

      // then
      assertThat(arguments(commands.helium(), "./helium")).contains("--values=" + file);
      assertThat(curl)
          .anyMatch(word -> word.startsWith("valuesYaml=@") && uncurled(word).equals(file));
    }
  }

  @Test
  void nothingSecretIsInThem() {
    // given
    Typed typed =
        Typed.of(Map.of("p.auth0.clientSecret", "hunter2", Typed.VALUES, "auth0: {clientID: web}"));

    // when
    CreateOrder order = CreateOrder.of(form, typed, Instant.EPOCH);
    CreateCommands commands = new CreateCommands(form, typed, order);
    Sketch sketch = Sketch.of(form, typed, order);

    // then
    assertThat(commands.curl())
        .contains("CHANGE-ME", "web", "$HELIUM_TOKEN")
        .doesNotContain("hunter2");
    assertThat(commands.helium()).contains("CHANGE-ME").doesNotContain("hunter2");
    assertThat(sketch.secrets()).isTrue();
    assertThat(sketch.all().toString()).doesNotContain("hunter2");
    assertThat(order.json().encode()).contains("hunter2");
    assertThat(order.toString() + typed).doesNotContain("hunter2");
  }

  @Test
  void aMapOfWhichSomethingIsKeptEncryptedIsShownNowhereElse() {
    // given
    BackendForm program = BackendForm.of(new BackendView(CannedBackends.program()));
    Typed typed =
        Typed.of(Map.of("p.secretConfig", "key: hunter2", "p.repository", "https://x.example"));

    // when
    CreateOrder order = CreateOrder.of(program, typed, Instant.EPOCH);
    Sketch sketch = Sketch.of(program, typed, order);

    // then
    assertThat(order.json().encode()).contains("hunter2");
    assertThat(sketch.curl() + sketch.helium() + sketch.all())
        .contains("CHANGE-ME", "https://x.example")
        .doesNotContain("hunter2");
  }

  private static String uncurled(String word) {
    String name = word.substring("valuesYaml=@".length());
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1")
        : name;
  }

  /** What a command line makes of its program's arguments. */
  private static List<String> arguments(String command, String program)
      throws IOException, InterruptedException {
    assertThat(command).startsWith(program + " ");
    return run(
        "HELIUM_TOKEN=T; HELIUM_URL=U; printf '%s\\0' " + command.substring(program.length()));
  }

  private static List<String> run(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
    try (var input = shell.getOutputStream()) {
      input.write(command.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(output).isZero();
    String[] words = output.split("\0", -1);
    return List.of(words).subList(0, words.length - 1);
  }
}
