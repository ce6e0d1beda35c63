package dev.helium.engine.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place inside an object, spelled as the provider plugin does: {@code spec.ports[0].port}, {@code
 * metadata.annotations["a.b"]}.
 *
 * @param segments names of fields and numbers of list elements
 */
record ObjectPath(List<String> segments) {
  /** The object itself. */
  static final ObjectPath ROOT = new ObjectPath(List.of());

  /** Stands for every element of a list. */
  static final String ANY = "[*]";

  private static final Pattern SEGMENT =
      Pattern.compile("\\[\"((?:[^\"\\\\]|\\\\.)*)\"]|(\\[(?:\\*|\\d+)])|\\.?([^.\\[]+)");

  ObjectPath {
    segments = List.copyOf(segments);
  }

  static ObjectPath parse(String text) {
    var segments = new ArrayList<String>();
    var matcher = SEGMENT.matcher(text);
    while (matcher.find()) {
      var quoted = matcher.group(1);
      if (quoted != null) {
        segments.add(quoted.replace("\\\"", "\""));
      } else {
        segments.add(matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
      }
    }
    return new ObjectPath(segments);
  }

  ObjectPath field(String name) {
    return with(name);
  }

  ObjectPath element(int index) {
    return with("[" + index + "]");
  }

  /** True when this place is the other one or lies above it. */
  boolean covers(ObjectPath other) {
    if (segments.size() > other.segments.size()) {
      return false;
    }
    for (int depth = 0; depth < segments.size(); depth++) {
      var mine = segments.get(depth);
      var theirs = other.segments.get(depth);
      if (!mine.equals(theirs) && !(mine.equals(ANY) && isElement(theirs))) {
        return false;
      }
    }
    return true;
  }

  /** The segments below another place. */
  List<String> below(ObjectPath above) {
    return segments.subList(above.segments.size(), segments.size());
  }

  static boolean isElement(String segment) {
    return segment.startsWith("[") && segment.endsWith("]");
  }

  private ObjectPath with(String segment) {
    var longer = new ArrayList<>(segments);
    longer.add(segment);
    return new ObjectPath(longer);
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    for (var segment : segments) {
      if (isElement(segment)) {
        text.append(segment);
      } else if (segment.matches(".*[.\"\\[\\]].*")) {
        text.append("[\"").append(segment.replace("\"", "\\\"")).append("\"]");
      } else {
        text.append(text.isEmpty() ? "" : ".").append(segment);
      }
    }
    return text.toString();
  }
}
