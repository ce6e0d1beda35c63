package dev.helium.engine.plugin;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.PluginLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plugin's process. */
final class PluginProcess {
  private static final Logger LOG = LoggerFactory.getLogger(PluginProcess.class);
  private static final Duration LAST_LINES = Duration.ofMillis(500);

  private final Path executable;
  private final Process process;
  private final LastWords lastWords = new LastWords();
  private final CompletableFuture<String> firstLine = new CompletableFuture<>();
  private final CompletableFuture<Void> silent = new CompletableFuture<>();

  private PluginProcess(Path executable, Process process) {
    this.executable = executable;
    this.process = process;
    var name = executable.getFileName().toString();
    OutputReader.start(
        name + "-output", process.getInputStream(), this::output, () -> firstLine.complete(""));
    OutputReader.start(
        name + "-errors", process.getErrorStream(), this::said, () -> silent.complete(null));
  }

  /**
   * Starts a plugin.
   *
   * @param engine the address of the engine, the plugin's only argument
   */
  static PluginProcess start(
      Path executable, String engine, Map<String, String> environment, PluginLimits limits) {
    var builder =
        new ProcessBuilder(WatchedCommand.of(executable, engine, limits.stopTimeout().toSeconds()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return new PluginProcess(executable, builder.start());
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.PROVIDER_FAILED, "the plugin " + executable + " cannot be started", failure);
    }
  }

  /** The port it says it listens on; a plugin that does not say one in time is killed. */
  int port(Duration limit) {
    try {
      return port(firstLine.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      kill();
      throw new EngineException(
          FailureClass.PROVIDER_FAILED,
          "the plugin " + executable + " did not name its port within " + limit.toMillis() + " ms",
          late);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException interrupted) {
      kill();
      Thread.currentThread().interrupt();
      throw new EngineException(FailureClass.CANCELLED, "cancelled", interrupted);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Runs an action when it has ended. */
  void onEnd(Runnable action) {
    var _ = process.onExit().thenRun(action);
  }

  /** What it left behind in words, once it has ended. */
  String epitaph() {
    silent.completeOnTimeout(null, LAST_LINES.toMillis(), TimeUnit.MILLISECONDS).join();
    var words = lastWords.text();
    return "the plugin "
        + executable.getFileName()
        + (process.isAlive() ? " does not answer" : " ended with status " + process.exitValue())
        + (words.isEmpty() ? "" : ": " + words);
  }

  /** Ends it, gently at first; returns when it and everything it started has ended. */
  void stop(Duration patience) {
    var all = everything();
    try {
      // The guard takes this for the end of the JVM and asks the plugin to end.
      process.getOutputStream().close();
    } catch (IOException gone) {
      LOG.atTrace().setCause(gone).log("the pipe to the plugin was closed already");
    }
    await(patience);
    all.forEach(ProcessHandle::destroyForcibly);
    await(patience);
  }

  private void kill() {
    everything().forEach(ProcessHandle::destroyForcibly);
  }

  private Iterable<ProcessHandle> everything() {
    return new ArrayList<>(
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList());
  }

  /** Waits for its end, at most this long. */
  void await(Duration patience) {
    try {
      process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private int port(String line) {
    try {
      var port = Integer.parseInt(line.strip());
      if (port > 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notNumber) {
      lastWords.add(line);
    }
    await(LAST_LINES);
    kill();
    throw new EngineException(
        FailureClass.PROVIDER_FAILED, "the plugin did not name a port: " + epitaph());
  }

  private void output(String line) {
    if (!firstLine.complete(line)) {
      said(line);
    }
  }

  private void said(String line) {
    lastWords.add(line);
    LOG.atDebug().addKeyValue("plugin", executable.getFileName()).log(line);
  }
}
