package dev.helium.pages.create;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the value that a schema describes is asked for and told of. */
final class FieldShape {
  private static final List<String> SCALARS = List.of("string", "integer", "number", "boolean");

  /** Text that may be so long has several lines. */
  private static final long TALL = 4_000;

  private static final int LONGEST_PATTERN = 48;
  private static final Pattern SECRET =
      Pattern.compile(
          "(password|passphrase|secret|token|credentials?|licen[cs]e(key)?|kubeconfig|privatekey"
              + "|apikey|secretkey|accountkey|encryptionkey)$",
          Pattern.CASE_INSENSITIVE);

  private FieldShape() {}

  static FieldKind kind(String name, JsonObject schema) {
    List<String> types = SchemaTypes.of(schema);
    if (!Json.array(schema, "enum").isEmpty()) {
      return FieldKind.CHOICE;
    }
    if (types.equals(List.of("boolean"))) {
      return FieldKind.FLAG;
    }
    if (types.contains("array")) {
      return isPlainList(schema) ? FieldKind.LIST : FieldKind.DOCUMENT;
    }
    if (types.isEmpty() || types.contains("object")) {
      return FieldKind.DOCUMENT;
    }
    boolean tall = Json.number(schema, "maxLength") >= TALL || isKubeconfig(name);
    if (isSecret(name, schema)) {
      return tall ? FieldKind.SECRET_LINES : FieldKind.SECRET;
    }
    return tall ? FieldKind.LINES : FieldKind.LINE;
  }

  /** A value as one types it. */
  static String text(FieldKind kind, Object value) {
    return switch (value) {
      case null -> "";
      case JsonArray list when kind == FieldKind.LIST ->
          list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
      case JsonArray list -> list.isEmpty() ? "" : list.encode();
      case JsonObject map -> map.isEmpty() ? "" : map.encode();
      default -> String.valueOf(value);
    };
  }

  /** In words; what a choice can be is seen. */
  static String rule(JsonObject schema) {
    return Stream.of(type(schema), bounds(schema), counted(schema), pattern(schema))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> type(JsonObject schema) {
    List<String> types = SchemaTypes.of(schema);
    if (types.contains("string") || !Json.array(schema, "enum").isEmpty()) {
      return Optional.empty();
    }
    return types.contains("integer")
        ? Optional.of("whole number")
        : types.contains("number") ? Optional.of("number") : Optional.empty();
  }

  private static Optional<String> bounds(JsonObject schema) {
    Object least = schema.getValue("minimum");
    Object most = schema.getValue("maximum");
    if (least instanceof Number && most instanceof Number) {
      return Optional.of(least + " to " + most);
    }
    return least instanceof Number
        ? Optional.of("at least " + least)
        : most instanceof Number ? Optional.of("at most " + most) : Optional.empty();
  }

  private static Optional<String> counted(JsonObject schema) {
    long entries = Math.max(Json.number(schema, "maxItems"), Json.number(schema, "maxProperties"));
    long characters = Json.number(schema, "maxLength");
    if (entries > 0) {
      return Optional.of("at most " + entries + " entries");
    }
    return characters > 0 && characters < TALL
        ? Optional.of("at most " + characters + " characters")
        : Optional.empty();
  }

  /** An example tells more than a pattern, and a long one tells nobody anything. */
  private static Optional<String> pattern(JsonObject schema) {
    String pattern = Json.text(schema, "pattern");
    return pattern.isEmpty()
            || pattern.length() > LONGEST_PATTERN
            || Json.text(schema, "description").contains("such as")
        ? Optional.empty()
        : Optional.of("fits " + pattern);
  }

  private static boolean isPlainList(JsonObject schema) {
    List<String> members = Json.object(schema, "items").map(SchemaTypes::of).orElseGet(List::of);
    return !members.isEmpty() && SCALARS.containsAll(members);
  }

  private static boolean isKubeconfig(String name) {
    return name.equalsIgnoreCase("kubeconfig");
  }

  /** The name of a secret in the cluster is none. */
  private static boolean isSecret(String name, JsonObject schema) {
    String help = Json.text(schema, "description");
    boolean named =
        SECRET.matcher(name).find()
            && !help.regionMatches(true, 0, "name of a secret", 0, "name of a secret".length())
            && !name.startsWith("existing");
    return named
        || Json.text(schema, "format").equals("password")
        || Json.flag(schema, "writeOnly");
  }
}
