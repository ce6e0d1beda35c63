package dev.helium.engine.plugin;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The command that starts a plugin so that it cannot outlive this JVM: a shell keeps the other end
 * of a pipe, and when the pipe closes, for whatever reason, it ends the plugin, gently and then
 * not.
 */
final class WatchedCommand {
  private static final Path SHELL = Path.of("/bin/sh");

  /** The guard is a builtin's loop: it costs no program of its own. */
  private static final String SCRIPT =
      """
      exec 3<&0
      "$@" 3<&- </dev/null &
      plugin=$!
      (
        while read -r line <&3; do :; done
        kill -TERM "$plugin"
        sleep "$GRACE"
        kill -KILL "$plugin"
      ) >/dev/null 2>&1 &
      guard=$!
      exec 3<&- </dev/null
      wait "$plugin"
      status=$?
      kill "$guard" 2>/dev/null
      exit "$status"
      """;

  private WatchedCommand() {}

  static List<String> of(Path executable, String argument, long graceSeconds) {
    if (File.separatorChar != '/' || !Files.isExecutable(SHELL)) {
      return List.of(executable.toString(), argument);
    }
    return List.of(
        SHELL.toString(),
        "-c",
        SCRIPT.replace("\"$GRACE\"", Long.toString(Math.max(1, graceSeconds))),
        "plugin",
        executable.toString(),
        argument);
  }
}
