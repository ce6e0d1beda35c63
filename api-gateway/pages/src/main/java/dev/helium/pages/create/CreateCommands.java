package dev.helium.pages.create;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The commands that ask for the same as the form. Every word of others is quoted for the shell; no
 * token and nothing secret is in them.
 */
final class CreateCommands {
  /** Stands where something secret has to be written. */
  static final String SECRET = "CHANGE-ME";

  private static final String PARAMETERS = "parameters";
  private static final Map<String, String> OPTIONS =
      Map.of("backend", "--backend=", Lifetime.EXPIRY, "--expiry=", "clusterStack", "--cluster=");

  private final BackendForm form;
  private final Typed typed;
  private final CreateOrder order;
  private final JsonObject values;

  CreateCommands(BackendForm form, Typed typed, CreateOrder order) {
    this.form = form;
    this.typed = typed;
    this.order = order;
    this.values = withoutSecrets(order.values().copy());
  }

  /** Whether something secret was left out of them. */
  boolean leavesOut() {
    return !values.equals(order.values());
  }

  String curl() {
    List<String> lines = new ArrayList<>();
    lines.add("curl -X POST -H \"Authorization: Bearer $HELIUM_TOKEN\"");
    if (CreateOrder.isNew(typed)) {
      lines.add("-H " + ShellWords.quoted("If-None-Match: *"));
    }
    order.texts().forEach((field, text) -> lines.add(formString(field, text)));
    if (order.labelled()) {
      lines.add(formString(LabelLines.FIELD, order.labels().encode()));
    }
    if (!values.isEmpty()) {
      lines.add(formString(PARAMETERS, values.encode()));
    }
    files()
        .forEach(
            (field, name) -> lines.add("-F " + ShellWords.quoted(field + "=@" + curled(name))));
    lines.add("\"$HELIUM_URL/v1/api/workspace\"");
    return joined(lines);
  }

  String helium() {
    List<String> lines = new ArrayList<>();
    String name = order.texts().getOrDefault(CreateOrder.NAME, "");
    String dashes = name.startsWith("-") ? "-- " : "";
    order.texts().forEach((field, text) -> option(lines, field, text));
    order
        .labels()
        .forEach(label -> lines.add(word("--label=" + label.getKey() + "=" + label.getValue())));
    lines.addAll(values());
    files().forEach((field, file) -> lines.add(word(fileOption(field) + file)));
    if (dashes.isEmpty()) {
      lines.addFirst(("./helium create " + (name.isEmpty() ? "" : word(name))).strip());
    } else {
      lines.addFirst("./helium create");
      lines.add(dashes + word(name));
    }
    return joined(lines);
  }

  private static void option(List<String> lines, String field, String text) {
    if (!field.equals(CreateOrder.NAME)) {
      String option = OPTIONS.get(field);
      lines.add(option == null ? "-p " + word(field + "=" + text) : word(option + text));
    }
  }

  /** One by one where each is a word; else all of them as JSON. */
  private List<String> values() {
    List<FormField> given =
        form.fields().stream().filter(field -> !typed.text(field.name()).isEmpty()).toList();
    boolean words =
        order.mine().equals(order.values())
            && typed.text(Typed.VALUES).isEmpty()
            && given.stream().noneMatch(field -> field.kind() == FieldKind.DOCUMENT);
    if (values.isEmpty()) {
      return List.of();
    }
    return words
        ? given.stream().map(field -> word("--set=" + place(field) + "=" + said(field))).toList()
        : List.of("-p " + word(PARAMETERS + "=" + values.encode()));
  }

  private String said(FormField field) {
    Object value = value(values, field.path());
    return value instanceof JsonArray list ? list.encode() : String.valueOf(value);
  }

  private static String place(FormField field) {
    return String.join(".", field.path().stream().map(name -> name.replace(".", "\\.")).toList());
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    if (!order.file().isEmpty()) {
      files.put(Typed.VALUES, fileName(Typed.VALUES, "values.yaml"));
    }
    if (!order.infrastructure().isEmpty()) {
      files.put(Typed.INFRASTRUCTURE, fileName(Typed.INFRASTRUCTURE, "infra.json"));
    }
    if (!typed.fileName(Typed.CHART).isEmpty()) {
      files.put(Typed.CHART, typed.fileName(Typed.CHART));
    }
    return files;
  }

  private String fileName(String field, String otherwise) {
    String name = typed.fileName(field);
    return name.isEmpty() ? otherwise : name;
  }

  private static String fileOption(String field) {
    return switch (field) {
      case Typed.VALUES -> "--values=";
      case Typed.INFRASTRUCTURE -> "--infra=";
      default -> "--chart=";
    };
  }

  private JsonObject withoutSecrets(JsonObject all) {
    for (FormField field : form.fields()) {
      if (field.isHidden() && value(all, field.path()) != null) {
        JsonObject place = all;
        for (String name : field.path().subList(0, field.path().size() - 1)) {
          place = place.getJsonObject(name);
        }
        place.put(field.label(), SECRET);
      }
    }
    return all;
  }

  private static Object value(JsonObject values, List<String> path) {
    JsonObject place = values;
    for (String name : path.subList(0, path.size() - 1)) {
      place = Json.object(place, name).orElseGet(JsonObject::new);
    }
    return place.getValue(path.getLast());
  }

  /** {@code -F} would take files for what begins with @ or {@code <}. */
  private static String formString(String field, String text) {
    return "--form-string " + word(field + "=" + text);
  }

  /** As curl takes the name of a file, whatever is in it. */
  private static String curled(String name) {
    return name.matches("[A-Za-z0-9_./ -]+")
        ? name
        : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String word(String text) {
    return ShellWords.quoted(text);
  }

  private static String joined(List<String> lines) {
    return String.join(" \\\n  ", lines);
  }
}
