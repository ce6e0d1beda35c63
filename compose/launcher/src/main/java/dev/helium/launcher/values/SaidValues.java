package dev.helium.launcher.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Values that were said one by one, as the document that the API takes. */
public final class SaidValues {
  private static final String DOT = "(?<!\\\\)\\.";
  private static final int DEEPEST = 20;

  private SaidValues() {}

  /**
   * One document of them all.
   *
   * @param said words by where they belong: names with dots between them, and {@code \.} for a dot
   *     in a name; at most 20 names. What cannot be is a {@link UserException}
   */
  public static JsonNode of(Map<String, String> said, ValueSchema schema) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    said.forEach((path, word) -> put(all, path, word, schema));
    return all;
  }

  private static void put(ObjectNode all, String path, String word, ValueSchema schema) {
    List<String> names =
        Arrays.stream(path.split(DOT, -1)).map(name -> name.replace("\\.", ".")).toList();
    if (names.contains("") || names.size() > DEEPEST) {
      throw wrong(path, "takes up to %d names with dots between them".formatted(DEEPEST));
    }
    ObjectNode place = all;
    ValueSchema known = schema;
    for (String name : names.subList(0, names.size() - 1)) {
      JsonNode next = place.has(name) ? place.get(name) : place.putObject(name);
      if (!(next instanceof ObjectNode map)) {
        throw wrong(path, "cannot be said, as " + name + " has a value of its own");
      }
      place = map;
      known = known.below(name);
    }
    if (place.has(names.getLast())) {
      throw wrong(path, "is said twice");
    }
    place.set(names.getLast(), TypedValue.of(word, known.below(names.getLast())));
  }

  private static UserException wrong(String path, String rule) {
    return new UserException(ExitCode.WRONG_USAGE, "--set %s %s.".formatted(path, rule));
  }
}
