package dev.helium.engine.run;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Paths into inputs such as {@code spec.ports[0]}, {@code data["a.b"]} or {@code
 * metadata.labels.*}.
 */
final class PropertyPaths {
  private static final Pattern SEGMENT =
      Pattern.compile("\\[\"((?:[^\"\\\\]|\\\\.)*)\"]|\\[(\\*|\\d+)]|\\.?([^.\\[]+)");
  private static final String ANY = "*";

  private PropertyPaths() {}

  /** True when the changed path is the given one or lies below it. */
  static boolean covers(String pattern, String changed) {
    var wanted = parse(pattern);
    var path = parse(changed);
    if (wanted.size() > path.size()) {
      return false;
    }
    for (int index = 0; index < wanted.size(); index++) {
      if (!wanted.get(index).equals(ANY) && !wanted.get(index).equals(path.get(index))) {
        return false;
      }
    }
    return true;
  }

  /** The inputs, with the values at these paths as they were before. */
  static ObjectValue keep(ObjectValue before, ObjectValue inputs, List<String> paths) {
    PropertyValue result = inputs;
    for (var path : paths) {
      result = keep(before, result, parse(path), 0);
    }
    return (ObjectValue) result;
  }

  static List<String> parse(String path) {
    var segments = new ArrayList<String>();
    var matcher = SEGMENT.matcher(path);
    while (matcher.find()) {
      var quoted = matcher.group(1);
      var index = matcher.group(2);
      segments.add(
          quoted != null ? quoted.replace("\\\"", "\"") : index != null ? index : matcher.group(3));
    }
    return segments;
  }

  private static PropertyValue keep(
      PropertyValue before, PropertyValue now, List<String> path, int depth) {
    if (depth == path.size()) {
      return before;
    }
    var segment = path.get(depth);
    if (open(before) instanceof ObjectValue old && open(now) instanceof ObjectValue changed) {
      return keepFields(old, changed, path, depth, segment);
    }
    if (open(before) instanceof ListValue(var old) && open(now) instanceof ListValue(var changed)) {
      var elements = new ArrayList<>(changed);
      for (int index = 0; index < Math.min(old.size(), changed.size()); index++) {
        if (segment.equals(ANY) || segment.equals(Integer.toString(index))) {
          elements.set(index, keep(old.get(index), changed.get(index), path, depth + 1));
        }
      }
      return new ListValue(elements);
    }
    return now;
  }

  private static PropertyValue keepFields(
      ObjectValue old, ObjectValue changed, List<String> path, int depth, String segment) {
    var fields = new TreeMap<>(changed.fields());
    var names = new TreeMap<>(old.fields());
    names.putAll(changed.fields());
    for (var name : names.keySet()) {
      if (!segment.equals(ANY) && !segment.equals(name)) {
        continue;
      }
      var isLast = depth + 1 == path.size();
      if (isLast && !old.fields().containsKey(name)) {
        fields.remove(name);
      } else if (isLast || changed.fields().containsKey(name)) {
        fields.put(name, keep(old.get(name), changed.get(name), path, depth + 1));
      }
    }
    return new ObjectValue(fields);
  }

  private static PropertyValue open(PropertyValue value) {
    return value instanceof SecretValue(var element) ? element : value;
  }
}
