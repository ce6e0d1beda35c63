package dev.helium.pages.create;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Labels as they are typed, {@code name=value}, one a line or with commas between.
 *
 * @param wrong the rule that they break; empty when they break none
 */
record LabelLines(JsonObject labels, String wrong) {
  static final String FIELD = "labels";

  static LabelLines of(Typed typed) {
    JsonObject labels = new JsonObject();
    List<String> pairs =
        typed.lines(FIELD).stream()
            .flatMap(line -> List.of(line.split(",", -1)).stream())
            .map(String::strip)
            .filter(pair -> !pair.isEmpty())
            .toList();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        return new LabelLines(new JsonObject(), "must be name=value, one a line");
      }
      String name = pair.substring(0, equals).strip();
      if (labels.containsKey(name)) {
        return new LabelLines(new JsonObject(), "must name each label once");
      }
      labels.put(name, pair.substring(equals + 1).strip());
    }
    return new LabelLines(labels, "");
  }

  static String text(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining("\n"));
  }
}
