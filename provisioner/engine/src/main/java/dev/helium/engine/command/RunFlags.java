package dev.helium.engine.command;

import dev.helium.engine.EngineException;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.FailureClass;
import dev.helium.engine.command.CommandLine.Syntax;
import dev.helium.engine.run.RunSettings;
import dev.helium.engine.run.RunSettings.PendingCreations;
import dev.helium.engine.run.UrnPatterns;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The flags of commands that run: what they are and what they mean. */
final class RunFlags {
  /** What these ask for, the CLI writes about itself; this engine logs where its host wants it. */
  private static final Set<String> OWN_LOG = Set.of("--logflow", "--logtostderr");

  private static final Set<String> SWITCHES =
      Set.of(
          "--expect-no-changes",
          "--diff",
          "--debug",
          "--target-dependents",
          "--exclude-dependents",
          "--refresh");
  private static final Set<String> WITH_VALUE =
      Set.of("--parallel", "--message", "--target", "--exclude", "--verbose");

  private RunFlags() {}

  /** The flags of one command. Those of the SDK that are missing here are refused by name. */
  static Syntax syntax(String command) {
    var switches = new HashSet<>(SWITCHES);
    switches.addAll(OWN_LOG);
    var withValue = new HashSet<>(WITH_VALUE);
    switch (command) {
      case "up" -> {
        switches.add("--continue-on-error");
        withValue.addAll(Set.of("--client", "--replace"));
      }
      case "preview" -> withValue.addAll(Set.of("--client", "--replace"));
      case "destroy" -> switches.addAll(Set.of("--continue-on-error", "--preview-only"));
      default -> {
        switches.addAll(
            Set.of("--preview-only", "--skip-pending-creates", "--clear-pending-creates"));
        withValue.add("--import-pending-creates");
      }
    }
    return new Syntax(switches, withValue);
  }

  static RunSettings settings(String command, CommandLine line) {
    refuseTogether(line, "--target", "--exclude");
    refuseTogether(line, "--skip-pending-creates", "--clear-pending-creates");
    return new RunSettings(
        isPreview(command, line),
        line.value("--message").orElse(""),
        patterns(line, "--target"),
        line.has("--target-dependents"),
        patterns(line, "--exclude"),
        line.has("--exclude-dependents"),
        patterns(line, "--replace"),
        line.has("--continue-on-error"),
        line.has("--refresh"),
        line.has("--debug"),
        line.has("--diff"),
        new PendingCreations(pendingCreations(line), importedIds(line)));
  }

  static boolean isPreview(String command, CommandLine line) {
    return "preview".equals(command) || line.has("--preview-only");
  }

  /** The options with as many operations at once as the command line asks for. */
  static EngineOptions options(EngineOptions options, CommandLine line) {
    var parallel = line.value("--parallel");
    if (parallel.isEmpty()) {
      return options;
    }
    try {
      int number = Integer.parseInt(parallel.get());
      return number > 0 ? options.withParallelOperations(number) : options;
    } catch (NumberFormatException notNumber) {
      throw new EngineException(
          FailureClass.INVALID, "--parallel is not a number: " + parallel.get(), notNumber);
    }
  }

  private static UrnPatterns patterns(CommandLine line, String flag) {
    return new UrnPatterns(line.values(flag));
  }

  private static PendingCreations.Kind pendingCreations(CommandLine line) {
    if (line.has("--clear-pending-creates")) {
      return PendingCreations.Kind.FORGET;
    }
    return line.has("--skip-pending-creates")
        ? PendingCreations.Kind.KEEP
        : PendingCreations.Kind.LOOK_UP;
  }

  private static Map<String, String> importedIds(CommandLine line) {
    List<String> given = line.values("--import-pending-creates");
    if (given.size() % 2 != 0) {
      throw new EngineException(
          FailureClass.INVALID, "--import-pending-creates needs an id after every URN");
    }
    var ids = new HashMap<String, String>();
    for (int index = 0; index < given.size(); index += 2) {
      ids.put(given.get(index), given.get(index + 1));
    }
    return ids;
  }

  private static void refuseTogether(CommandLine line, String one, String other) {
    if (line.has(one) && line.has(other)) {
      throw new EngineException(
          FailureClass.INVALID, one + " and " + other + " cannot be used together");
    }
  }
}
