package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the API server says when fields belong to other managers. */
final class FieldConflicts {
  private static final Pattern MANAGER = Pattern.compile("conflict with \"([^\"]*)\"");

  private FieldConflicts() {}

  static boolean isIn(JsonNode status) {
    for (var cause : status.path("details").path("causes")) {
      if ("FieldManagerConflict".equals(cause.path("reason").asText())) {
        return true;
      }
    }
    return false;
  }

  /** The managers with their fields, and the way out. */
  static String describe(JsonNode status) {
    var fields = new LinkedHashMap<String, TreeSet<String>>();
    for (var cause : status.path("details").path("causes")) {
      if ("FieldManagerConflict".equals(cause.path("reason").asText())) {
        var manager = MANAGER.matcher(cause.path("message").asText());
        fields
            .computeIfAbsent(manager.find() ? manager.group(1) : "another", name -> new TreeSet<>())
            .add(cause.path("field").asText());
      }
    }
    return fields.entrySet().stream()
        .map(entry -> entry.getKey() + " owns " + String.join(", ", entry.getValue()))
        .collect(
            Collectors.joining(
                "; ",
                "",
                "; leave these fields to it, or take them over with the annotation "
                    + Fields.PATCH_FORCE
                    + ": \"true\""));
  }
}
