package dev.helium.service.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.FieldError;
import dev.helium.service.NearestName;
import java.util.List;
import java.util.Map;

/**
 * One object of a policy file. What breaks a rule is noted, under its path in the file, and read as
 * if nothing had been said.
 *
 * @param path of the object with a dot at its end; empty for the whole file
 * @param errors takes what breaks a rule
 */
record PolicySection(String path, ObjectNode node, List<FieldError> errors) {
  private static final int LONGEST_NAME = 64;

  /** Notes every setting that is none of these. */
  void checkNames(List<String> settings) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey();
      if (!settings.contains(name)) {
        wrong(
            shown(name),
            NearestName.of(name, settings)
                .map(near -> "is not a setting; did you mean \"" + near + "\"?")
                .orElse("is not a setting; there are " + String.join(", ", settings)));
      }
    }
  }

  boolean says(String setting) {
    return node.has(setting);
  }

  int integer(String setting, int otherwise, int least, int most) {
    JsonNode value = node.get(setting);
    if (value == null) {
      return otherwise;
    }
    if (value.isInt() && value.intValue() >= least && value.intValue() <= most) {
      return value.intValue();
    }
    wrong(setting, "must be a whole number between " + least + " and " + most);
    return otherwise;
  }

  boolean flag(String setting) {
    JsonNode value = node.get(setting);
    if (value != null && !value.isBoolean()) {
      wrong(setting, "must be true or false");
    }
    return value != null && value.booleanValue();
  }

  String text(String setting, String otherwise) {
    JsonNode value = node.get(setting);
    if (value == null) {
      return otherwise;
    }
    if (value.isTextual()) {
      return value.textValue();
    }
    wrong(setting, "must be text");
    return otherwise;
  }

  /** The objects that a setting holds by their names; none when it is not there. */
  List<Named> sections(String setting, int most) {
    JsonNode value = node.get(setting);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof ObjectNode object)) {
      wrong(setting, "must be an object of objects, by name");
      return List.of();
    }
    if (object.size() > most) {
      wrong(setting, "must have at most " + most + " names");
      return List.of();
    }
    return object.properties().stream()
        .filter(field -> isSection(setting, field))
        .map(
            field ->
                new Named(
                    field.getKey(),
                    new PolicySection(
                        path + setting + "." + shown(field.getKey()) + ".",
                        (ObjectNode) field.getValue(),
                        errors)))
        .toList();
  }

  void wrong(String setting, String rule) {
    errors.add(new FieldError(path + setting, rule));
  }

  private boolean isSection(String setting, Map.Entry<String, JsonNode> field) {
    if (field.getValue().isObject()) {
      return true;
    }
    wrong(setting + "." + shown(field.getKey()), "must be an object");
    return false;
  }

  private static String shown(String name) {
    String printable = name.replaceAll("[^ -~]", "?");
    return printable.length() <= LONGEST_NAME
        ? printable
        : printable.substring(0, LONGEST_NAME) + "...";
  }

  /** An object and the name that it stands under. */
  record Named(String name, PolicySection section) {}
}
