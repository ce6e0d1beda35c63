package dev.helium.pages.create;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a form of what a backend says that it takes: a field for each value, a group for each map.
 */
final class SchemaForm {
  private static final int DEEPEST = 12;

  /** More are left to the file of values. */
  private static final int MOST_FIELDS = 800;

  private final JsonObject defaults;
  private int count;

  private SchemaForm(JsonObject defaults) {
    this.defaults = defaults;
  }

  /** Fields before groups, each in the order of the schema. */
  static List<FormPart> of(JsonObject schema, JsonObject defaults) {
    return new SchemaForm(defaults).parts(schema, List.of());
  }

  static List<FormField> fields(List<FormPart> parts) {
    return parts.stream()
        .flatMap(
            part ->
                switch (part) {
                  case FormField field -> Stream.of(field);
                  case FormGroup group -> fields(group.parts()).stream();
                })
        .toList();
  }

  private List<FormPart> parts(JsonObject schema, List<String> path) {
    List<FormPart> fields = new ArrayList<>();
    List<FormPart> groups = new ArrayList<>();
    List<String> required = Json.texts(schema, "required");
    JsonObject properties = Json.object(schema, "properties").orElseGet(JsonObject::new);
    for (Map.Entry<String, Object> property : properties) {
      if (property.getValue() instanceof JsonObject said && count < MOST_FIELDS) {
        List<String> place = below(path, property.getKey());
        if (isGroup(said) && path.size() < DEEPEST) {
          groups.add(
              new FormGroup(property.getKey(), Json.text(said, "description"), parts(said, place)));
        } else {
          fields.add(field(said, place, required.contains(property.getKey())));
        }
      }
    }
    if (!path.isEmpty() && takesOthers(schema)) {
      fields.add(others(path));
    }
    fields.addAll(groups);
    return fields;
  }

  private FormField field(JsonObject schema, List<String> path, boolean required) {
    FieldKind kind = FieldShape.kind(path.getLast(), schema);
    return new FormField(
        "p" + ++count,
        path,
        Json.text(schema, "description"),
        kind,
        Json.array(schema, "enum").stream().map(String::valueOf).distinct().toList(),
        FieldShape.text(kind, standard(schema, path)),
        FieldShape.rule(schema),
        required,
        schema);
  }

  private Object standard(JsonObject schema, List<String> path) {
    Object place = defaults;
    for (String name : path) {
      place = place instanceof JsonObject map ? map.getValue(name) : null;
    }
    return place == null ? schema.getValue("default") : place;
  }

  private static boolean isGroup(JsonObject schema) {
    return Json.object(schema, "properties").filter(names -> !names.isEmpty()).isPresent();
  }

  private static boolean takesOthers(JsonObject schema) {
    return schema.getValue("additionalProperties") instanceof JsonObject
        || Json.flag(schema, "additionalProperties");
  }

  /** What a map takes beside the names that it knows. */
  private FormField others(List<String> path) {
    return new FormField(
        "p" + ++count,
        path,
        "Others beside those that follow, one NAME: VALUE a line.",
        FieldKind.DOCUMENT,
        List.of(),
        "",
        "",
        false,
        new JsonObject().put("type", "object"));
  }

  private static List<String> below(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }
}
