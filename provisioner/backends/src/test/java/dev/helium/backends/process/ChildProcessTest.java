package dev.helium.backends.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.backends.process.ProcessLimits.FolderLimit;
import dev.helium.backends.process.ProcessResult.Excess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, and what becomes of them. */
@Timeout(120)
class ChildProcessTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final long MUCH = 1L << 30;

  @TempDir private Path folder;

  @Test
  void itSeesTheEnvironmentThatIsNamedAndNoOther() throws Exception {
    // when
    ProcessResult result = run("env", limits(LONG, MUCH));
    // then
    assertThat(result.isSuccess()).isTrue();
    assertThat(result.output().text().lines().map(line -> line.split("=", 2)[0]))
        .contains("PATH", "MINE")
        .isSubsetOf("PATH", "MINE", "PWD", "OLDPWD", "SHLVL", "_");
  }

  @Test
  void itsStatusAndItsWordsAreTold() throws Exception {
    // when
    ProcessResult result = run("echo good; echo bad >&2; exit 7", limits(LONG, MUCH));
    // then
    assertThat(result.isSuccess()).isFalse();
    assertThat(result.status()).isEqualTo(7);
    assertThat(result.output().text()).isEqualTo("good\n");
    assertThat(result.errors().text()).isEqualTo("bad\n");
  }

  @Test
  void theLastOfWhatItSaysIsKept() throws Exception {
    // when
    ProcessResult result = run("seq 1 100000", limits(LONG, MUCH));
    // then
    assertThat(result.output().whole()).isFalse();
    assertThat(result.output().text()).hasSize(1000).endsWith("99999\n100000\n");
  }

  @Test
  void whatTakesTooLongIsToldToEndItselfAndSoIsWhatItHasStarted() throws Exception {
    // when
    ProcessResult result =
        run(
            "trap 'echo farewell; exit 0' TERM; sleep 600 & echo $! > pid; wait",
            limits(Duration.ofSeconds(2), MUCH));
    // then
    assertThat(result.excess()).contains(Excess.TIME);
    assertThat(result.output().text()).isEqualTo("farewell\n");
    assertThatIsGone("pid");
  }

  @Test
  void whatDoesNotListenIsEndedAfterItsGrace() throws Exception {
    // when
    ProcessResult result =
        run(
            "trap '' TERM; echo $$ > pid; while :; do sleep 1; done",
            limits(Duration.ofSeconds(1), MUCH));
    // then
    assertThat(result.excess()).contains(Excess.TIME);
    assertThatIsGone("pid");
  }

  @Test
  void whatItLeavesBehindGoesWithIt() throws Exception {
    // when
    ProcessResult result =
        run("(sleep 600 >/dev/null 2>&1 & echo $! > pid); echo done", limits(LONG, MUCH));
    // then
    assertThat(result.isSuccess()).isTrue();
    assertThatIsGone("pid");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void allItsProcessesTogetherHaveSoMuchMemoryAndNoMore() throws Exception {
    // when
    ProcessResult result =
        run(
            "fill() { a=$(head -c 60000000 /dev/zero | tr '\\0' a); sleep 600; }; fill & fill &"
                + " wait",
            limits(LONG, 80L << 20));
    // then
    assertThat(result.excess()).contains(Excess.MEMORY);
  }

  @Test
  void aFolderIsFilledSoFarAndNoFurther() throws Exception {
    // given
    FolderLimit limit = new FolderLimit(folder, 1 << 20, 10);
    // when
    ProcessResult large =
        run("head -c 2000000 /dev/zero > large; sleep 600", limits(Optional.of(limit)));
    // then
    assertThat(large.excess()).contains(Excess.FOLDER);

    // when it is quick
    Files.delete(folder.resolve("large"));
    ProcessResult many = run("touch $(seq 1 20)", limits(Optional.of(limit)));
    // then
    assertThat(many.excess()).contains(Excess.FOLDER);
    assertThat(many.isSuccess()).isFalse();
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    // given
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    Thread runner =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    ProcessResult _ =
                        run("echo $$ > draft; mv draft pid; sleep 600", limits(LONG, MUCH));
                    ended.complete(null);
                  } catch (IOException | InterruptedException unwanted) {
                    ended.complete(unwanted);
                  }
                });
    awaitFile("pid");
    // when
    runner.interrupt();
    // then
    assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    assertThatIsGone("pid");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void itGoesWithTheProcessThatRunsItHoweverThatEnds() throws Exception {
    // given
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                location(ProcessHolder.class) + ":" + location(ChildProcess.class),
                ProcessHolder.class.getName(),
                folder.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitFile("pid");
    // when
    holder.destroyForcibly().onExit().get(60, TimeUnit.SECONDS);
    // then
    assertThatIsGone("pid");
  }

  private ProcessResult run(String script, ProcessLimits limits)
      throws IOException, InterruptedException {
    return ChildProcess.run(
        new ProcessRequest(
            List.of("sh", "-c", script),
            folder,
            Map.of("PATH", System.getenv("PATH"), "MINE", "yes")),
        limits);
  }

  private static ProcessLimits limits(Duration longest, long memory) {
    return new ProcessLimits(longest, GRACE, memory, 1000);
  }

  private static ProcessLimits limits(Optional<FolderLimit> folder) {
    return new ProcessLimits(LONG, GRACE, MUCH, 1000, folder);
  }

  private void awaitFile(String name) {
    await().atMost(LONG).until(() -> Files.exists(folder.resolve(name)));
  }

  private void assertThatIsGone(String file) throws Exception {
    long pid = Long.parseLong(Files.readString(folder.resolve(file)).strip());
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      assertThat(process.get().onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
    }
  }

  private static String location(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
