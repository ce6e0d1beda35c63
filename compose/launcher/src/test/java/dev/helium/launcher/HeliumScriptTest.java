package dev.helium.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, with JDKs and a Maven that only say that they were called. */
class HeliumScriptTest {
  private record Result(int code, String output) {}

  @TempDir Path directory;
  private Path project;

  @BeforeEach
  void copyTheScript() throws IOException {
    project = Files.createDirectories(directory.resolve("pro ject"));
    Path script = project.resolve("helium");
    Files.copy(Path.of(System.getProperty("helium.root"), "helium"), script);
    for (String folder :
        List.of(
            "shared",
            "api-gateway",
            "provisioner",
            "status-watcher",
            "deletion-controller",
            "compose",
            ".mvn")) {
      Files.createDirectories(project.resolve(folder));
    }
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.writeString(project.resolve("shared").resolve("Some.java"), "class Some {}");
    executable(
        project.resolve("mvnw"),
        """
        #!/bin/sh
        echo "$*" >>calls
        echo "${MAVEN_ARGS:-}" >arguments
        [ ! -f broken ] || { echo "[ERROR] Some.java:[1,1] not a statement"; exit 7; }
        echo "[INFO] Building helium-launcher 1.0.0-SNAPSHOT     [1/1]"
        mkdir -p compose/launcher/target
        echo library.jar >compose/launcher/target/classpath
        echo launcher >compose/launcher/target/helium-launcher-1.0.0-SNAPSHOT.jar
        """);
  }

  @Test
  void takesTheJdkOfTheVariable() throws Exception {
    // given
    Path jdk = jdk("good", "25.0.1");

    // when
    Result result = run(Map.of("JAVA_HOME", jdk.toString()), "list");

    // then
    assertThat(result.output())
        .contains("java of good: ")
        .endsWith("dev.helium.launcher.Main list\n");
    assertThat(result.code()).isEqualTo(9);
  }

  @Test
  void looksFurtherWhenTheJdkOfTheVariableIsTooOld() throws Exception {
    // given
    String old = jdk("old", "17.0.2").toString();
    String others = jdk("older", "11") + ":" + directory.resolve("none") + ":" + jdk("new", "26");

    // when
    Result result = run(Map.of("JAVA_HOME", old, "HELIUM_JDK_DIRECTORIES", others), "list");

    // then
    assertThat(result.output()).contains("java of new: ");
  }

  @Test
  void saysInOneLineWhatToInstall() throws Exception {
    // given
    String old = jdk("old", "17.0.2").toString();

    // when
    Result result = run(Map.of("JAVA_HOME", old, "HELIUM_JDK_DIRECTORIES", old), "list");

    // then
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output().lines()).hasSize(1);
    assertThat(result.output()).contains("JDK 25 or newer").contains("JAVA_HOME");
  }

  @Test
  void buildsOnlyWhatHasChanged() throws Exception {
    // given
    Map<String, String> environment = Map.of("JAVA_HOME", jdk("good", "25").toString());
    run(environment, "up");
    assertThat(builds()).isEqualTo(1);
    run(environment, "up");
    assertThat(builds()).isEqualTo(1);

    // when
    Files.setLastModifiedTime(
        project.resolve("shared").resolve("Some.java"),
        FileTime.from(Instant.now().plusSeconds(60)));
    run(environment, "up");

    // then
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void buildsAgainWhenASourceIsGone() throws Exception {
    // given
    Map<String, String> environment = Map.of("JAVA_HOME", jdk("good", "25").toString());
    run(environment, "up");

    // when
    Files.delete(project.resolve("shared").resolve("Some.java"));
    run(environment, "up");

    // then
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void letsAClientUseWhatIsBuilt() throws Exception {
    // given
    Map<String, String> environment = Map.of("JAVA_HOME", jdk("good", "25").toString());
    run(environment, "up");

    // when
    Files.delete(project.resolve("shared").resolve("Some.java"));
    run(environment, "list");

    // then
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aShellThatCompletesNamesNeverBuilds() throws Exception {
    // given
    Map<String, String> environment = Map.of("JAVA_HOME", jdk("good", "25").toString());

    // when, then
    assertThat(run(environment, "workspace-names")).isEqualTo(new Result(0, ""));
    assertThat(project.resolve("calls")).doesNotExist();
    run(environment, "up");
    assertThat(run(environment, "workspace-names").output())
        .endsWith("dev.helium.launcher.Main workspace-names\n");
  }

  @Test
  void aProgramReadsNothingOfABuild() throws Exception {
    // when
    Result result =
        run(
            Map.of("JAVA_HOME", jdk("good", "25").toString()),
            ProcessBuilder.Redirect.DISCARD,
            "completion",
            "bash");

    // then
    assertThat(builds()).isEqualTo(1);
    assertThat(result.output().lines()).hasSize(1);
    assertThat(result.output()).endsWith("dev.helium.launcher.Main completion bash\n");
  }

  @Test
  void showsTheErrorsOfABuildAndWhereTheRestIs() throws Exception {
    // given
    Files.createFile(project.resolve("broken"));

    // when
    Result result = run(Map.of("JAVA_HOME", jdk("good", "25").toString()), "up");

    // then
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output())
        .contains("Some.java:[1,1] not a statement")
        .contains(project.resolve(".helium").resolve("build").resolve("log").toString())
        .doesNotContain("java of good");
  }

  @Test
  void endsAsTheTestsEnd() throws Exception {
    // given
    Map<String, String> environment = Map.of("JAVA_HOME", jdk("good", "25", 0).toString());

    // when
    Result well = run(environment, "test", "-pl", "shared/domain");
    Files.createFile(project.resolve("broken"));
    Files.writeString(project.resolve(".helium").resolve("build").resolve("stamp"), "");
    Result badly = run(environment, "test");

    // then
    assertThat(well.code()).isZero();
    assertThat(Files.readAllLines(project.resolve("calls"))).contains("verify -pl shared/domain");
    assertThat(badly.code()).isNotZero();
  }

  @Test
  void lendsTestsAFolderInMemoryWhereThereIsRoom() throws Exception {
    // given
    Path memory = Files.createDirectories(directory.resolve("memory"));
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME", jdk("good", "25", 0).toString(), "HELIUM_TEST_MEMORY", memory.toString());

    // when
    Result result = run(environment, "test");

    // then
    assertThat(result.code()).isZero();
    assertThat(Files.readString(project.resolve("arguments")).strip())
        .matches(
            "-T 2 -Dhelium\\.built( -Dtest\\.temporary=\\Q"
                + memory
                + "\\E/helium-test-[A-Za-z0-9]+)?");
    assertThat(memory).isEmptyDirectory();
  }

  @Test
  void lendsNoneWhereThereIsNoMemoryToWriteTo() throws Exception {
    // given
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            jdk("good", "25", 0).toString(),
            "HELIUM_TEST_MEMORY",
            directory.resolve("nowhere").toString());

    // when
    Result result = run(environment, "test");

    // then
    assertThat(result.code()).isZero();
    assertThat(project.resolve("arguments"))
        .content()
        .isEqualToIgnoringWhitespace("-T 2 -Dhelium.built");
  }

  @Test
  void getsABrowserBeforeTheTestsWhereItMay() throws Exception {
    // given a list of packages that is not there yet
    Map<String, String> environment = withoutBrowser(0);
    program(
        "apt-get",
        "echo \"$*\" >>asked; [ -f updated ] || { touch updated; exit 100; }; cp \"$0\" programs/a-browser");

    // when
    Result result = run(environment, "test");

    // then
    assertThat(result.code()).isZero();
    assertThat(result.output()).contains("Browser (once").doesNotContain("are skipped");
    assertThat(directory.resolve("asked"))
        .content()
        .contains("update\n")
        .endsWith("install -y --no-install-recommends chromium\n");
  }

  @Test
  void saysThatTestsAreSkippedWhenThereIsNoBrowserToBeHad() throws Exception {
    // given
    Map<String, String> environment = withoutBrowser(0);
    program("apt-get", "echo failed; exit 100");

    // when
    Result result = run(environment, "test");

    // then
    assertThat(result.code()).isZero();
    assertThat(result.output()).contains("the tests in a browser are skipped");
    assertThat(project.resolve(".helium").resolve("build").resolve("browser.log"))
        .content()
        .contains("failed");
  }

  @Test
  void installsNothingForWhoeverIsNotRoot() throws Exception {
    // given
    Map<String, String> environment = withoutBrowser(1000);
    program("apt-get", "touch asked");

    // when
    Result result = run(environment, "test");

    // then
    assertThat(result.code()).isZero();
    assertThat(result.output()).contains("apt-get install chromium");
    assertThat(directory.resolve("asked")).doesNotExist();
  }

  @Test
  void explainsItselfWithoutBuilding() throws Exception {
    // when
    Result result = run(Map.of("JAVA_HOME", jdk("good", "25").toString()), "help");

    // then
    assertThat(result.code()).isZero();
    assertThat(result.output()).contains("./helium up").contains("./helium test");
    assertThat(project.resolve("calls")).doesNotExist();
  }

  private Result run(Map<String, String> environment, String... arguments) throws Exception {
    return run(environment, ProcessBuilder.Redirect.PIPE, arguments);
  }

  /**
   * Runs it to its end.
   *
   * @param errors where they go; beside the output when it is a pipe
   */
  private Result run(
      Map<String, String> environment, ProcessBuilder.Redirect errors, String... arguments)
      throws Exception {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", project.resolve("helium").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
    builder.redirectErrorStream(errors.equals(ProcessBuilder.Redirect.PIPE));
    builder.directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", directory.resolve("programs") + ":/usr/bin:/bin");
    // Nothing is to be installed here but by the tests that say so.
    builder.environment().put("HELIUM_BROWSERS", "sh");
    builder.environment().put("HOME", directory.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), output);
  }

  private Map<String, String> withoutBrowser(int user) throws IOException {
    program("id", "echo " + user);
    return Map.of("JAVA_HOME", jdk("good", "25", 0).toString(), "HELIUM_BROWSERS", "a-browser");
  }

  private void program(String name, String script) throws IOException {
    Path programs = Files.createDirectories(directory.resolve("programs"));
    executable(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
  }

  private Path jdk(String name, String version) throws IOException {
    return jdk(name, version, 9);
  }

  private Path jdk(String name, String version, int code) throws IOException {
    Path home = Files.createDirectories(directory.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    executable(home.resolve("bin").resolve("javac"), "#!/bin/sh\n");
    executable(
        home.resolve("bin").resolve("java"),
        "#!/bin/sh\necho \"java of " + name + ": $*\"\nexit " + code + "\n");
    return home;
  }

  private static void executable(Path file, String content) throws IOException {
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private long builds() throws IOException {
    try (var calls = Files.lines(project.resolve("calls"))) {
      return calls.filter(call -> call.startsWith("package ")).count();
    }
  }
}
