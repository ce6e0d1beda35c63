package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.FieldError;
import dev.helium.domain.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the processes of a program see, and what becomes of an attempt when they go wrong. A script
 * stands in for the command line: it writes down how it was called, and goes wrong when told to,
 * which the real one does not. What the real one makes of a program, {@link ProgramRunTest} shows.
 */
final class ProgramProcessTest {
  private static final String SCRIPT =
      """
      #!/bin/sh
      here=$(dirname "$0")
      number=$(ls "$here/calls" | wc -l)
      call="$here/calls/$number-$1"
      mkdir "$call"
      printf '%s\\n' "$@" > "$call/words"
      env > "$call/environment"
      pwd > "$call/directory"
      command=$1
      while [ $# -gt 1 ]; do
        [ "$1" = --event-log ] && events=$2
        shift
      done
      case $command in
        up)
          . "$here/behaviour"
          meta='"op":"create","type":"aws:s3:Bucket","urn":"urn:pulumi:e::helium::aws:s3:Bucket::mine"'
          echo "{\\"sequence\\":1,\\"resOutputsEvent\\":{\\"metadata\\":{$meta}}}" >> "$events"
          echo '{"sequence":2,"resOutputsEvent":{"metadata":{"op":"same"}}}' >> "$events"
          echo 'no JSON' >> "$events"
          ;;
        stack)
          echo '{"consoleUrl":"console.example.com","hidden":"[secret]","list":["a"],"size":3}'
          ;;
      esac
      """;

  @TempDir private Path temporary;

  private Path commands;
  private ProgramFixture program;
  private String first;

  @BeforeEach
  void make() throws IOException {
    Path directory = temporary.toRealPath();
    commands = Files.createDirectories(directory.resolve("commands"));
    Files.createDirectory(commands.resolve("calls"));
    Files.writeString(commands.resolve("behaviour"), "");
    Path pulumi = Files.writeString(commands.resolve("pulumi"), SCRIPT);
    Files.setPosixFilePermissions(pulumi, PosixFilePermissions.fromString("rwx------"));
    program =
        new ProgramFixture(
            directory, commands + ":" + System.getenv("PATH"), Duration.ofSeconds(30), 100L << 20);
    first = program.commit("one/Pulumi.yaml", "name: one\nruntime: go\n");
  }

  @AfterEach
  void close() {
    program.close();
  }

  @Test
  void itIsRunAndWhatItSaysIsPublished() throws IOException {
    // when
    AttemptReport made = program.apply(1, "path: one");
    // then
    assertThat(made)
        .isInstanceOfSatisfying(
            AttemptReport.Applied.class,
            applied ->
                assertThat(applied.outputs())
                    .containsOnlyKeys(
                        "consoleUrl", "ConsoleURL", "list", "size", "ProgramCommit", "PulumiURL")
                    .containsEntry("ConsoleURL", "https://console.example.com")
                    .containsEntry("list", "[\"a\"]")
                    .containsEntry("size", "3")
                    .containsEntry("ProgramCommit", first));
    assertThat(program.steps()).containsExactly(new Step("create", "aws:s3:Bucket/mine"));
    assertThat(calls()).containsExactly("up", "stack");
    assertThat(call(0, "directory"))
        .containsExactly(program.folder(1).resolve("source/one").toString());
    assertThat(call(0, "words"))
        .startsWith("up", "--yes", "--skip-preview")
        .containsSequence("--stack", ProgramFixture.ID.value())
        .contains("--non-interactive");
  }

  @Test
  void itSeesWhatIsNamedAndNothingOfTheProvisioner() throws IOException {
    // when
    AttemptReport _ =
        program.apply(
            1, "path: one\nconfig: {replicas: 3}\nsecretConfig: {token: correct battery}");
    // then
    Map<String, String> environment = environment(0);
    assertThat(environment.keySet())
        .allMatch(
            name ->
                name.startsWith("PULUMI_")
                    || List.of("PATH", "HOME", "AWS_PROFILE", "GOFLAGS", "PWD", "OLDPWD", "_")
                        .contains(name));
    assertThat(environment)
        .containsEntry("HOME", program.folder(1).resolve("home").toString())
        .containsEntry("AWS_PROFILE", "programs");
    // The passphrase of all stacks would open what is everybody's.
    assertThat(environment.get("PULUMI_CONFIG_PASSPHRASE"))
        .hasSize(64)
        .doesNotContain("correct horse");
    assertThat(call(0, "words")).noneMatch(word -> word.contains("battery"));
    assertThat(environment.values()).noneMatch(value -> value.contains("battery"));
    // Its own configuration reaches it by the settings of its stack.
    assertThat(program.settings(1))
        .contains("helium:replicas: \"3\"", "helium:id: " + ProgramFixture.ID)
        .containsPattern("helium:token:\\s+secure: ")
        .doesNotContain("battery");
    Path project = program.folder(1).resolve("source/one/Pulumi.yaml");
    assertThat(project).content().contains("stackConfigDir: ../..", "name: helium");
  }

  @Test
  void anotherOwnerRunsTheSameCommitWithWhatIsGivenNow() throws IOException {
    // given
    AttemptReport _ = program.apply(1, "path: one\nconfig: {replicas: 3, colour: red}");
    String second = program.commit("one/more", "more");
    // when
    AttemptReport again = program.apply(2, "path: one\nconfig: {replicas: 4}");
    // then
    assertThat(commit(again)).isEqualTo(first);
    assertThat(program.folder(1)).doesNotExist();
    assertThat(program.settings(2)).contains("helium:replicas: \"4\"").doesNotContain("colour");

    // when the branch is to be looked up again
    AttemptReport anew = program.apply(2, "path: one\nresolve: now");
    // then
    assertThat(commit(anew)).isEqualTo(second);
    assertThat(program.folder(2).resolve("source/one/more")).exists();
  }

  @Test
  void whatItsLanguageNeedsIsInstalledAndWhatIsMissedIsLookedForFirst() throws IOException {
    // given
    program.commit("two/Pulumi.yaml", "name: two\nruntime: {name: nodejs}\n");
    // when
    AttemptReport _ = program.applyAfresh(1, "path: two");
    // then
    assertThat(calls()).containsExactly("install", "refresh", "up", "stack");
  }

  @Test
  void itIsDestroyedByItsStateAlone() throws IOException {
    // given
    AttemptReport _ = program.apply(1, "path: one");
    assertThat(program.state()).exists();
    Files.move(program.repository(), program.repository().resolveSibling("gone"));
    // when
    AttemptReport destroyed = program.destroy(2);
    // then
    assertThat(destroyed).isEqualTo(new AttemptReport.Destroyed(2));
    assertThat(calls()).containsExactly("up", "stack", "destroy");
    assertThat(call(2, "directory")).containsExactly(program.folder(2).toString());
    assertThat(environment(2).get("PULUMI_CONFIG_PASSPHRASE"))
        .isEqualTo(environment(0).get("PULUMI_CONFIG_PASSPHRASE"));
    assertThat(program.state()).doesNotExist();
    assertThat(program.folder(2).getParent()).doesNotExist();

    // when it is gone already
    assertThat(program.destroy(3)).isEqualTo(new AttemptReport.Destroyed(3));
    assertThat(calls()).hasSize(3);
  }

  @Test
  void whatFailsIsSaidWithoutItsSecrets() throws IOException {
    // given
    behave("echo 'error: nobody knows correct-battery here'; exit 255");
    // when
    AttemptReport failed = program.apply(1, "path: one\nsecretConfig: {token: correct-battery}");
    // then
    assertThat(failure(failed).message()).isEqualTo("nobody knows [secret] here");
  }

  @Test
  void whatHangsIsEndedAndTriedAgain() throws IOException {
    // given
    program.close();
    Path directory = Files.createDirectories(temporary.toRealPath().resolve("impatient"));
    program =
        new ProgramFixture(
            directory, commands + ":" + System.getenv("PATH"), Duration.ofSeconds(3), 100L << 20);
    program.commit("one/Pulumi.yaml", "name: one\nruntime: go\n");
    behave("sleep 600");
    // when
    AttemptReport failed = program.apply(1, "path: one");
    // then
    assertThat(failure(failed).kind()).isEqualTo(FailureKind.TIMED_OUT);
    assertThat(failure(failed).message()).startsWith("the program runs longer than ");
  }

  @Test
  void whatTakesAllTheMemoryIsEnded() throws IOException {
    // given
    behave("a=$(head -c 120000000 /dev/zero | tr '\\0' a); sleep 600");
    // when
    AttemptReport failed = program.apply(1, "path: one");
    // then
    assertThat(failure(failed))
        .isEqualTo(
            new Failure(
                FailureKind.PROGRAM_FAILED, "the program takes more than 100 MiB of memory"));
  }

  @Test
  void withoutTheCommandLinesTheRequestIsRefused() throws IOException {
    // given a path without any, whatever this machine has
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    Path directory = Files.createDirectory(temporary.toRealPath().resolve("other"));
    try (ProgramFixture without =
        new ProgramFixture(directory, empty.toString(), Duration.ofSeconds(30), 100L << 20)) {
      without.commit("one/Pulumi.yaml", "name: one\nruntime: go\n");
      // then
      assertThat(without.check())
          .extracting(FieldError::field, FieldError::rule)
          .contains(
              tuple("backend", "needs git on the path of the provisioner"),
              tuple(
                  "backend",
                  "needs the Pulumi command line on the path of the provisioner;"
                      + " https://www.pulumi.com/docs/install/ says how to install it"));
    }
  }

  private void behave(String script) throws IOException {
    Files.writeString(commands.resolve("behaviour"), script);
  }

  /** The commands, in order. */
  private List<String> calls() throws IOException {
    try (Stream<Path> calls = Files.list(commands.resolve("calls"))) {
      return calls
          .map(call -> call.getFileName().toString())
          .sorted()
          .map(call -> call.replaceFirst(".*-", ""))
          .toList();
    }
  }

  private List<String> call(int number, String file) throws IOException {
    return Files.readAllLines(
        commands.resolve("calls").resolve(number + "-" + calls().get(number)).resolve(file));
  }

  private Map<String, String> environment(int number) throws IOException {
    return call(number, "environment").stream()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  private static String commit(AttemptReport report) {
    assertThat(report).isInstanceOf(AttemptReport.Applied.class);
    return ((AttemptReport.Applied) report).outputs().get("ProgramCommit");
  }

  private static Failure failure(AttemptReport report) {
    assertThat(report).isInstanceOf(AttemptReport.Failed.class);
    return ((AttemptReport.Failed) report).failure();
  }
}
