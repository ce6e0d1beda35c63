package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.helium.backends.process.Executables;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of a repository, run by the Pulumi command line where it is installed. */
final class ProgramRunTest {
  private static final String PROGRAM =
      """
      name: one
      runtime: yaml
      config:
        one:replicas: {type: integer, default: 1}
        token: {type: string, secret: true}
      outputs:
        consoleUrl: console-${replicas}.example.com
        hidden: ${token}
        workspace: ${pulumi.stack}
        parts: [a, b]
      """;

  @TempDir private Path temporary;

  private ProgramFixture program;

  @BeforeEach
  void make() throws IOException {
    String path = System.getenv("PATH");
    assumeTrue(
        Executables.find("pulumi", path).isPresent(),
        "no pulumi on PATH: programs of repositories are not run");
    program = new ProgramFixture(temporary.toRealPath(), path, Duration.ofMinutes(5), 2L << 30);
  }

  @AfterEach
  void close() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  void aProgramIsMadeChangedAndTakenAway() throws IOException {
    // given
    String first = program.commit("one/Pulumi.yaml", PROGRAM);
    // when
    AttemptReport made = program.apply(1, "path: one\nsecretConfig: {token: correct battery}");
    // then
    assertThat(made)
        .isInstanceOfSatisfying(
            AttemptReport.Applied.class,
            applied ->
                assertThat(applied.outputs())
                    .containsEntry("ConsoleURL", "https://console-1.example.com")
                    .containsEntry("workspace", ProgramFixture.ID.value())
                    .containsEntry("parts", "[\"a\",\"b\"]")
                    .containsEntry("ProgramCommit", first)
                    .doesNotContainKey("hidden"));
    assertThat(program.steps()).extracting("operation").contains("create");
    assertThat(program.state()).content().doesNotContain("correct battery");

    // when its configuration changes, its branch has moved, and another owner has it
    program.commit("one/Pulumi.yaml", PROGRAM.replace("console", "changed"));
    AttemptReport changed =
        program.apply(2, "path: one\nconfig: {replicas: 2}\nsecretConfig: {token: other}");
    // then
    assertThat(changed)
        .isInstanceOfSatisfying(
            AttemptReport.Applied.class,
            applied ->
                assertThat(applied.outputs())
                    .containsEntry("ConsoleURL", "https://console-2.example.com")
                    .containsEntry("ProgramCommit", first));

    // when its source is gone
    Files.move(program.repository(), program.repository().resolveSibling("gone"));
    // then
    assertThat(program.destroy(3)).isEqualTo(new AttemptReport.Destroyed(3));
    assertThat(program.state()).doesNotExist();
  }

  @Test
  void aProgramThatFailsSaysWhy() throws IOException {
    // given
    program.commit("Pulumi.yaml", "name: one\nruntime: yaml\noutputs: {a: '${missing}'}\n");
    // when
    AttemptReport failed = program.apply(1, "");
    // then
    assertThat(failed).isInstanceOf(AttemptReport.Failed.class);
    Failure failure = ((AttemptReport.Failed) failed).failure();
    assertThat(failure.kind()).isEqualTo(FailureKind.PROGRAM_FAILED);
    assertThat(failure.message()).contains("missing");
  }
}
