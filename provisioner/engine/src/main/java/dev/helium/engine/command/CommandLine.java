package dev.helium.engine.command;

import dev.helium.engine.EngineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line taken apart. Flags that a command does not know are refused, never ignored. */
final class CommandLine {
  private static final Set<String> EVERYWHERE =
      Set.of("--non-interactive", "--yes", "--skip-preview", "--suppress-outputs");
  private static final Set<String> EVERYWHERE_WITH_VALUE =
      Set.of("--stack", "--color", "--exec-kind", "--exec-agent", "--cwd");

  private final List<String> words = new ArrayList<>();
  private final Map<String, List<String>> flags = new HashMap<>();

  private CommandLine() {}

  /** The flags of one command. */
  record Syntax(Set<String> switches, Set<String> withValue) {}

  /** Parses what follows the command's own words. */
  static CommandLine parse(String command, List<String> arguments, Syntax syntax) {
    var line = new CommandLine();
    var onlyWords = false;
    for (int index = 0; index < arguments.size(); index++) {
      var argument = arguments.get(index);
      if (onlyWords || !argument.startsWith("-") || argument.equals("-")) {
        line.words.add(argument);
      } else if (argument.equals("--")) {
        onlyWords = true;
      } else {
        index += line.take(command, arguments, index, syntax);
      }
    }
    return line;
  }

  List<String> words() {
    return words;
  }

  boolean has(String flag) {
    return flags.containsKey(flag);
  }

  Optional<String> value(String flag) {
    return Optional.ofNullable(flags.get(flag)).map(List::getLast);
  }

  /** All values of a flag that can be given several times. */
  List<String> values(String flag) {
    return flags.getOrDefault(flag, List.of());
  }

  /** The only word there must be. */
  String word(String what) {
    if (words.size() != 1) {
      throw EngineException.unsupported(
          "a command with " + words.size() + " names, not one " + what);
    }
    return words.getFirst();
  }

  /** Takes one flag; returns how many further arguments it used. */
  private int take(String command, List<String> arguments, int index, Syntax syntax) {
    var argument = arguments.get(index);
    var equals = argument.indexOf('=');
    var flag = equals < 0 ? argument : argument.substring(0, equals);
    if (equals < 0 && (syntax.switches().contains(flag) || EVERYWHERE.contains(flag))) {
      add(flag, "true");
      return 0;
    }
    if (!syntax.withValue().contains(flag) && !EVERYWHERE_WITH_VALUE.contains(flag)) {
      throw EngineException.unsupported("the flag " + flag + " of " + command);
    }
    if (equals >= 0) {
      add(flag, argument.substring(equals + 1));
      return 0;
    }
    if (index + 1 >= arguments.size()) {
      throw EngineException.unsupported("the flag " + flag + " without a value");
    }
    add(flag, arguments.get(index + 1));
    return 1;
  }

  private void add(String flag, String value) {
    flags.computeIfAbsent(flag, key -> new ArrayList<>()).add(value);
  }
}
