package dev.helium.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a script in the place of the real one. */
class RowRunTest {
  private static final Benchmark ROW =
      new Benchmark() {
        @Override
        public String name() {
          return "named";
        }

        @Override
        public String question() {
          return "How long?";
        }

        @Override
        public List<String> arguments(boolean quick) {
          return quick ? List.of("kind", "--few") : List.of("kind");
        }
      };

  @TempDir Path project;

  @Test
  void readsWhatTheBenchmarkLeaves() throws Exception {
    // given
    script(
        """
        [ "$1 $2 $3 $4" = "benchmark kind --few --row" ] || exit 1
        echo '{"measures":[{"work":"it","unit":"ms","better":"LOWER","ours":7}]}' >"$5"
        """);
    // when
    var row = new RowRun(project, true, Optional.empty()).run(ROW);
    // then
    assertThat(row)
        .hasValueSatisfying(found -> assertThat(found.measures().getFirst().ours()).isEqualTo(7));
  }

  @Test
  void whatFailsOrLeavesNothingHasNoRow() throws Exception {
    script("exit 3\n");
    assertThat(new RowRun(project, false, Optional.empty()).run(ROW)).isEmpty();
    script("exit 0\n");
    assertThat(new RowRun(project, false, Optional.empty()).run(ROW)).isEmpty();
  }

  @Test
  void saysWhereRecordingsGo() throws Exception {
    // given
    script("touch \"$HELIUM_PROFILE/recorded\"\nexit 1\n");
    RowRun run = new RowRun(project, false, Optional.of(project.resolve("profiles")));
    // when
    assertThat(run.run(ROW)).isEmpty();
    // then
    assertThat(project.resolve("profiles/named/recorded")).exists();
    assertThat(run.profileOf(ROW)).contains(project.resolve("profiles/named"));
  }

  private void script(String text) throws IOException {
    Path script = Files.writeString(project.resolve("helium"), "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
