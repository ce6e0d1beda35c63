package dev.helium.pages.create;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the fields for the backend say. A word that is not what the schema wants stays a word, so
 * that the API says what is wrong with it.
 *
 * @param values only those that were given
 * @param wrong the rule that a field breaks, by its name
 */
record GivenValues(JsonObject values, Map<String, String> wrong) {
  private static final String WHOLE = "-?\\d{1,30}";
  private static final String NUMBER = "-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?";

  GivenValues {
    wrong = Map.copyOf(wrong);
  }

  static GivenValues of(List<FormField> fields, Typed typed) {
    JsonObject values = new JsonObject();
    Map<String, String> wrong = new HashMap<>();
    for (FormField field : fields) {
      if (!typed.text(field.name()).isEmpty()) {
        ValuesDocument read = read(field, typed);
        if (read.isWrong()) {
          wrong.put(field.name(), read.wrong());
        } else {
          put(values, field.path(), read.value());
        }
      }
    }
    return new GivenValues(values, wrong);
  }

  private static ValuesDocument read(FormField field, Typed typed) {
    return switch (field.kind()) {
      case DOCUMENT -> ValuesDocument.any(typed.raw(field.name()));
      case LIST -> good(list(field, typed));
      case CHOICE -> good(choice(field, typed.text(field.name())));
      case SECRET, SECRET_LINES, LINES -> good(typed.raw(field.name()));
      case LINE, FLAG -> good(scalar(typed.text(field.name()), SchemaTypes.of(field.schema())));
    };
  }

  private static ValuesDocument good(Object value) {
    return new ValuesDocument(value, "");
  }

  private static JsonArray list(FormField field, Typed typed) {
    List<String> types =
        Json.object(field.schema(), "items").map(SchemaTypes::of).orElseGet(List::of);
    JsonArray list = new JsonArray();
    typed.lines(field.name()).forEach(line -> list.add(scalar(line, types)));
    return list;
  }

  /** As the schema has it, which may be a number. */
  private static Object choice(FormField field, String word) {
    return Json.array(field.schema(), "enum").stream()
        .filter(each -> String.valueOf(each).equals(word))
        .findFirst()
        .orElse(word);
  }

  private static Object scalar(String word, List<String> types) {
    if (types.contains("string")) {
      return word;
    }
    if ((types.contains("integer") || types.contains("number")) && word.matches(WHOLE)) {
      BigInteger number = new BigInteger(word);
      return number.bitLength() < Long.SIZE ? (Object) number.longValueExact() : word;
    }
    if (types.contains("number") && word.matches(NUMBER)) {
      return new BigDecimal(word).doubleValue();
    }
    boolean flag = word.equals("true") || word.equals("false");
    return types.contains("boolean") && flag ? (Object) Boolean.valueOf(word) : word;
  }

  /** Maps on the way are made; a map is laid over one that is there. */
  private static void put(JsonObject values, List<String> path, Object value) {
    JsonObject place = values;
    for (String name : path.subList(0, path.size() - 1)) {
      if (!(place.getValue(name) instanceof JsonObject)) {
        place.put(name, new JsonObject());
      }
      place = place.getJsonObject(name);
    }
    place.mergeIn(new JsonObject().put(path.getLast(), value), true);
  }
}
