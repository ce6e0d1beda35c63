package dev.helium.launcher.command;

import dev.helium.launcher.client.Backend;
import dev.helium.launcher.console.Printable;
import dev.helium.launcher.console.Wrapped;
import dev.helium.launcher.values.ValueSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a backend takes and gives, for somebody who has never seen it. */
final class BackendText {
  private static final int LONGEST = 400;
  private static final int WIDEST = 100;
  private static final int EXAMPLES = 2;
  private static final String INDENT = "  ";

  private final int width;

  /**
   * @param columns of the terminal
   */
  BackendText(int columns) {
    this.width = Math.min(columns, WIDEST);
  }

  /** Below its name. */
  List<String> lines(Backend backend) {
    List<String> lines = new ArrayList<>(wrapped("", backend.summary()));
    ValueSchema schema = new ValueSchema(backend.parameters());
    Map<String, ValueSchema> taken = schema.properties();
    if (taken.isEmpty()) {
      lines.addAll(List.of("", "It takes no values."));
    } else {
      lines.addAll(List.of("", "Values, with --set or in a file with --values"));
      int column = column(taken.entrySet().stream().map(BackendText::path).toList());
      for (Map.Entry<String, ValueSchema> value : taken.entrySet()) {
        boolean required = schema.requires(value.getKey());
        lines.add(label(path(value), column) + kind(value.getValue(), required));
        lines.addAll(wrapped(" ".repeat(column), value.getValue().description()));
      }
    }
    if (!backend.outputs().isEmpty()) {
      lines.addAll(List.of("", "What comes out, as ./helium get shows it"));
      int column = column(backend.outputs().keySet());
      backend.outputs().forEach((name, what) -> add(lines, label(name, column), what));
    }
    lines.addAll(List.of("", "For example", INDENT + example(backend.name(), taken)));
    return lines;
  }

  private void add(List<String> lines, String label, String what) {
    List<String> words = wrapped(" ".repeat(label.length()), what);
    lines.add(label + (words.isEmpty() ? "" : words.getFirst().substring(label.length())));
    lines.addAll(words.stream().skip(1).toList());
  }

  /** How it is said on a command line. */
  private static String path(Map.Entry<String, ValueSchema> value) {
    return value.getKey() + (value.getValue().isMap() ? ".NAME" : "");
  }

  private static String kind(ValueSchema value, boolean required) {
    String otherwise = value.otherwise();
    return printable(value.kind())
        + (required ? ", must be given" : "")
        + (otherwise.isEmpty() ? "" : "; " + printable(otherwise) + " unless given");
  }

  /** With some of what it takes unless told otherwise, so that it works as it stands. */
  private static String example(String name, Map<String, ValueSchema> taken) {
    StringBuilder example = new StringBuilder("./helium create --backend ").append(printable(name));
    taken.entrySet().stream()
        .filter(value -> value.getValue().otherwise().matches("[\\w./:-]+"))
        .limit(EXAMPLES)
        .forEach(
            value ->
                example
                    .append(" --set ")
                    .append(printable(value.getKey()))
                    .append('=')
                    .append(value.getValue().otherwise()));
    return example.append(" --wait").toString();
  }

  private List<String> wrapped(String indent, String sentence) {
    return Wrapped.lines(printable(sentence), indent, width);
  }

  private static int column(Collection<String> names) {
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    return INDENT.length() + longest + INDENT.length();
  }

  private static String label(String name, int column) {
    String label = INDENT + printable(name);
    return label + " ".repeat(Math.max(1, column - label.length()));
  }

  private static String printable(String text) {
    return Printable.line(text, LONGEST);
  }
}
