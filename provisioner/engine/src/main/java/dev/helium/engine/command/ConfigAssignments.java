package dev.helium.engine.command;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What {@code config set-all} is to set.
 *
 * @param line the rest of the command line
 * @param all plain values, then secrets, each in the order given
 */
record ConfigAssignments(CommandLine line, List<Assignment> all) {
  private static final CommandLine.Syntax SYNTAX =
      new CommandLine.Syntax(Set.of("--path"), Set.of());

  ConfigAssignments {
    all = List.copyOf(all);
  }

  /** One value of a key. */
  record Assignment(String key, String value, boolean secret) {}

  static ConfigAssignments parse(List<String> arguments) {
    var rest = new ArrayList<String>();
    var plain = new ArrayList<String>();
    var secret = new ArrayList<String>();
    for (int index = 0; index < arguments.size(); index++) {
      var argument = arguments.get(index);
      if (!argument.equals("--secret") && !argument.equals("--plaintext")) {
        rest.add(argument);
      } else if (++index == arguments.size()) {
        throw invalid();
      } else {
        (argument.equals("--secret") ? secret : plain).add(arguments.get(index));
      }
    }
    var line = CommandLine.parse("config set-all", rest, SYNTAX);
    if (!line.words().isEmpty()) {
      throw invalid();
    }
    var all = new ArrayList<Assignment>();
    plain.forEach(pair -> all.add(assignment(pair, false, line.has("--path"))));
    secret.forEach(pair -> all.add(assignment(pair, true, line.has("--path"))));
    return new ConfigAssignments(line, all);
  }

  private static Assignment assignment(String pair, boolean secret, boolean isPath) {
    // A quoted part of a path may hold an equals sign.
    var quoted = isPath && pair.startsWith("[\"") ? pair.indexOf("\"]") : 0;
    var equals = pair.indexOf('=', Math.max(0, quoted));
    if (equals < 1) {
      throw invalid();
    }
    return new Assignment(pair.substring(0, equals), pair.substring(equals + 1), secret);
  }

  private static EngineException invalid() {
    return new EngineException(
        FailureClass.INVALID,
        "config set-all takes key=value pairs, each after --secret or --plaintext");
  }
}
