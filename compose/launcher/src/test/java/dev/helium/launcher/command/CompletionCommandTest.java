package dev.helium.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.stub.TypedCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In a bash, with a script {@code helium} that knows two workspaces. */
class CompletionCommandTest {
  @RegisterExtension final TypedCommands typed = new TypedCommands();

  @Test
  void completesCommandsOptionsAndWords() throws Exception {
    assertThat(completed("get")).containsExactly("get");
    assertThat(completed("comp")).containsExactly("completion");
    assertThat(completed("cha")).containsExactly("chaos");
    assertThat(completed("ben")).containsExactlyInAnyOrder("bench", "benchmark");
    assertThat(completed("benchmark", "del")).containsExactly("deletion");
    assertThat(completed("webhooks", "re")).containsExactly("resume", "redeliver");
    assertThat(completed("webhooks", "rot")).containsExactly("rotate");
    assertThat(completed("webhooks", "change", "--pa")).containsExactly("--paused");
    assertThat(completed("create", "--ti")).containsExactly("--timeout");
    assertThat(completed("create", "--ch")).containsExactly("--chart");
    assertThat(completed("list", "-o", "")).containsExactly("table", "json");
    assertThat(completed("completion", "z")).containsExactly("zsh");
  }

  @Test
  void completesNamesOfWorkspaces() throws Exception {
    assertThat(completed("get", "")).containsExactly("demo", "other");
    assertThat(completed("extend", "de")).containsExactly("demo");
    assertThat(completed("extend", "demo", "de")).isEmpty();
    assertThat(completed("webhooks", "redeliver", "--workspace", "de")).containsExactly("demo");
    assertThat(Files.readString(typed.project().resolve("asked"))).contains("workspace-names");
  }

  @Test
  void asksNobodyForNamesWhereAnOptionIsTyped() throws Exception {
    assertThat(completed("get", "--out")).containsExactly("--output");
    assertThat(typed.project().resolve("asked")).doesNotExist();
  }

  @Test
  void saysNothingOfWhatIsHidden() throws Exception {
    assertThat(completed("work")).isEmpty();
    assertThat(completed("get", "--js")).isEmpty();
    assertThat(completed("up", "--ser")).isEmpty();
    assertThat(completed("test", "--ser")).isEmpty();
  }

  @Test
  void namesThatAShellWouldExpandAreLeftOut() {
    // given
    typed
        .api()
        .on("GET /v1/api/workspaces", 200, "{\"IDs\":[\"demo\",\"$(reboot)\",\"a b\",\"x-1\"]}");

    // when
    int code = typed.run("workspace-names");

    // then
    assertThat(code).isZero();
    assertThat(typed.output().lines()).containsExactly("demo", "x-1");
  }

  @Test
  void saysNothingWhenHeliumDoesNotAnswer() {
    // given
    typed.api().close();

    // when
    int code = typed.run("workspace-names");

    // then
    assertThat(code).isEqualTo(3);
    assertThat(typed.output()).isEmpty();
    assertThat(typed.errors()).isEmpty();
  }

  /** What bash offers for the last word of a line. */
  private List<String> completed(String... words) throws IOException, InterruptedException {
    typed.forget();
    assertThat(typed.run("completion", "bash")).isZero();
    Path script = Files.writeString(typed.project().resolve("completion"), typed.output());
    Path helium =
        Files.writeString(
            typed.project().resolve("helium"),
            "#!/bin/sh\necho \"$*\" >>\"${0%/*}/asked\"\nprintf 'demo\\nother\\n'\n");
    Files.setPosixFilePermissions(helium, PosixFilePermissions.fromString("rwxr-xr-x"));
    String typedWords = "'" + helium + "' '" + String.join("' '", words) + "'";
    Process bash =
        new ProcessBuilder(
                "bash",
                "--norc",
                "-c",
                """
                . "$0"
                compopt() { :; }
                COMP_WORDS=(%s)
                COMP_CWORD=%d
                COMP_LINE="${COMP_WORDS[*]}"
                _complete_helium
                printf '%%s\\n' "${COMPREPLY[@]}"
                """
                    .formatted(typedWords, words.length),
                script.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output.lines().filter(line -> !line.isEmpty()).toList();
  }
}
