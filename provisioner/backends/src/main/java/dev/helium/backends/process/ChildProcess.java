package dev.helium.backends.process;

import dev.helium.backends.process.ProcessLimits.FolderLimit;
import dev.helium.backends.process.ProcessResult.Excess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command within limits. It is told to end itself, and ended after its grace, when it has
 * had enough or is not wanted any more, and on Linux also when this process is gone, however that
 * happened. What it has started goes with it.
 */
public final class ChildProcess {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int PAUSES_TO_LOOK = 5;
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  /** Of the shell; the command and its words are given to it and never part of the text. */
  private static final String BEFORE =
      """
      umask 077
      ulimit -c 0
      { echo 1000 > /proc/self/oom_score_adj; } 2>/dev/null
      grace=$1
      shift
      """;

  /** Whoever holds the other end of the standard input has to live for the command to go on. */
  private static final String LIFELINE =
      """
      exec 3<&0
      command=$$
      (
        exec >/dev/null 2>&1
        while read -r _; do :; done <&3
        kill -TERM "$command"
        sleep "$grace"
        kill -KILL "$command"
      ) &
      exec 3<&-
      """;

  private static final String RUN = "exec \"$@\" </dev/null\n";

  private final ProcessLimits limits;
  private final Runnable meanwhile;

  private ChildProcess(ProcessLimits limits, Runnable meanwhile) {
    this.limits = limits;
    this.meanwhile = meanwhile;
  }

  /**
   * Blocks until it has ended, and so has what it has started. An interrupt ends it too.
   *
   * @throws IOException when it cannot be started
   */
  public static ProcessResult run(ProcessRequest request, ProcessLimits limits)
      throws IOException, InterruptedException {
    return run(request, limits, () -> {});
  }

  /**
   * The same, with something to do while it runs.
   *
   * @param meanwhile done twice a second, and once more when it has ended
   */
  public static ProcessResult run(ProcessRequest request, ProcessLimits limits, Runnable meanwhile)
      throws IOException, InterruptedException {
    return new ChildProcess(limits, meanwhile).run(request);
  }

  private ProcessResult run(ProcessRequest request) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words(request.command()));
    builder.directory(request.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(request.environment());
    Process process = builder.start();
    ProcessFamily family = new ProcessFamily(process.toHandle());
    try {
      Tail output = new Tail(process.getInputStream(), limits.output(), "child-output");
      Tail errors = new Tail(process.getErrorStream(), limits.output(), "child-errors");
      Optional<Excess> excess = watch(process, family);
      if (excess.isPresent()) {
        if (excess.get() == Excess.MEMORY) {
          family.killLargest();
        }
        end(process);
      }
      family.kill();
      meanwhile.run();
      return new ProcessResult(
          excess, process.waitFor(), output.await(LAST_WORDS), errors.await(LAST_WORDS));
    } catch (InterruptedException unwanted) {
      end(process);
      throw unwanted;
    } finally {
      family.kill();
    }
  }

  private Optional<Excess> watch(Process process, ProcessFamily family)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limits.longest().toNanos();
    int pauses = 0;
    while (!process.waitFor(pause(end), TimeUnit.NANOSECONDS)) {
      if (System.nanoTime() - end >= 0) {
        return Optional.of(Excess.TIME);
      }
      if (++pauses % PAUSES_TO_LOOK == 0) {
        meanwhile.run();
        if (family.memory() > limits.memory()) {
          return Optional.of(Excess.MEMORY);
        }
        if (fills()) {
          return Optional.of(Excess.FOLDER);
        }
      }
    }
    // What is quick has not been looked at.
    return fills() ? Optional.of(Excess.FOLDER) : Optional.empty();
  }

  private static long pause(long end) {
    return Math.min(PAUSE.toNanos(), end - System.nanoTime());
  }

  private boolean fills() throws IOException {
    Optional<FolderLimit> folder = limits.folder();
    return folder.isPresent() && FolderSize.exceeds(folder.get());
  }

  private void end(Process process) throws InterruptedException {
    // Not by the process itself, which would close its streams too: it may have last words.
    boolean _ = process.toHandle().destroy();
    boolean _ = process.waitFor(limits.grace().toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * In a session of its own where the machine can make one, so that it is known who belongs to it.
   */
  private List<String> words(List<String> command) {
    List<String> words = new ArrayList<>();
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Optional<Path> setsid = Executables.find("setsid", path);
    setsid.ifPresent(found -> words.add(found.toString()));
    words.addAll(
        List.of(
            "/bin/sh",
            "-c",
            // Without a session nobody would find what holds the line, and end it in time.
            BEFORE + (setsid.isPresent() ? LIFELINE : "") + RUN,
            "helium",
            Long.toString(Math.max(1, limits.grace().toSeconds()))));
    words.addAll(command);
    return words;
  }
}
