package dev.helium.backends.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A command to be run.
 *
 * @param command its first word is looked for on the path of this process; others can see all of
 *     it, so it holds no secret
 * @param environment all that the process sees
 */
public record ProcessRequest(
    List<String> command, Path directory, Map<String, String> environment) {
  public ProcessRequest {
    command = List.copyOf(command);
    Objects.requireNonNull(directory, "directory");
    environment = Map.copyOf(environment);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("a command has a word");
    }
  }

  /** Without the environment, which may hold secrets. */
  @Override
  public String toString() {
    return command.toString();
  }
}
