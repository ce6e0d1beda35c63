package dev.helium.engine.project;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.ArrayList;
import java.util.List;

/**
 * A key with a path behind it, such as {@code outer.inner[0]["a.b"]}.
 *
 * @param key the full key of the whole value
 * @param steps names and indexes inside it, in order
 */
record ConfigPath(String key, List<Step> steps) {
  ConfigPath {
    steps = List.copyOf(steps);
  }

  /** One step into a value. */
  sealed interface Step {
    /** Into a map. */
    record Name(String name) implements Step {}

    /** Into a list. */
    record Index(int index) implements Step {}
  }

  /** Parses what follows a namespace; throws an {@code INVALID} failure that says what is wrong. */
  static ConfigPath parse(String namespace, String text) {
    var steps = new Parser(text).steps();
    if (steps.isEmpty()) {
      throw invalid("empty config key path");
    }
    if (!(steps.getFirst() instanceof Step.Name(var name))) {
      throw invalid("the first part of a configuration key must be a name");
    }
    if (name.isEmpty()) {
      throw invalid("config key is empty");
    }
    return new ConfigPath(namespace + ":" + name, steps.subList(1, steps.size()));
  }

  private static EngineException invalid(String reason) {
    return new EngineException(FailureClass.INVALID, "invalid config key path: " + reason);
  }

  private static final class Parser {
    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int position;

    Parser(String text) {
      this.text = text;
    }

    List<Step> steps() {
      if (text.startsWith(".")) {
        throw invalid("expected property path to start with a name or index");
      }
      while (position < text.length()) {
        switch (text.charAt(position)) {
          case '.' -> dot();
          case '[' -> bracket();
          default -> name();
        }
      }
      return steps;
    }

    private void dot() {
      position++;
      if (position == text.length()) {
        throw invalid("expected property path to end with a name or index");
      }
      if (text.charAt(position) == '[') {
        throw invalid("expected property name after '.'");
      }
    }

    private void name() {
      var start = position;
      while (position < text.length() && ".[".indexOf(text.charAt(position)) < 0) {
        position++;
      }
      steps.add(new Step.Name(text.substring(start, position)));
    }

    private void bracket() {
      if (text.startsWith("[\"", position)) {
        quoted();
        return;
      }
      var end = text.indexOf(']', position);
      if (end < 0) {
        throw invalid("missing closing bracket in array index");
      }
      var index = text.substring(position + 1, end);
      steps.add(index.equals("*") ? new Step.Name(index) : new Step.Index(number(index)));
      position = end + 1;
    }

    private void quoted() {
      var name = new StringBuilder();
      for (position += 2; ; position++) {
        if (position >= text.length()) {
          throw invalid("missing closing quote in property name");
        }
        if (text.startsWith("\\\"", position)) {
          position++;
        } else if (text.charAt(position) == '"') {
          break;
        }
        name.append(text.charAt(position));
      }
      if (!text.startsWith("]", ++position)) {
        throw invalid("missing closing bracket in property access");
      }
      position++;
      steps.add(new Step.Name(name.toString()));
    }

    private static int number(String text) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException invalid) {
        throw invalid("invalid array index");
      }
    }
  }
}
