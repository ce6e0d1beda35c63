package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Program;
import dev.helium.cluster.process.BoundedCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks an executable which version it is. */
final class VersionProbe {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Pattern VERSION = Pattern.compile("\\bv?(\\d+\\.\\d+)\\.\\d+");

  /** The full version an executable names first when asked, empty when it names none. */
  Optional<String> versionOf(Path executable) {
    BoundedCommand.Result result =
        BoundedCommand.run(List.of(executable.toString(), "--version"), Map.of(), LIMIT);
    Matcher matcher = VERSION.matcher(result.output());
    return result.exitCode() == 0 && matcher.find()
        ? Optional.of(matcher.group().replaceFirst("^v", ""))
        : Optional.empty();
  }

  /** Whether an executable is of a version that can be used here. */
  boolean fits(Program program, Path executable) {
    return versionOf(executable).filter(Distribution.of(program)::accepts).isPresent();
  }
}
