package dev.helium.pages.create;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the form asks the API for.
 *
 * @param texts fields of the API that are one line, those that are empty left out
 * @param labels by name
 * @param labelled whether labels are said at all; where they are not, a workspace keeps what it has
 * @param file the values as they were typed; empty when there are none, or the fields have a part
 *     in {@code values}
 * @param values of the fields, laid over those of the file; empty when the fields say nothing
 * @param mine all that was said of values, wherever it was
 * @param infrastructure may be empty
 * @param wrong the rule that a field breaks before the API is asked, by the field
 */
record CreateOrder(
    Map<String, String> texts,
    JsonObject labels,
    boolean labelled,
    String file,
    JsonObject values,
    JsonObject mine,
    String infrastructure,
    Map<String, String> wrong) {
  static final String NAME = "name";
  static final String UPDATE = "update";

  /** Holds the name of the workspace that is there already, once its change was agreed to. */
  static final String CHANGE = "change";

  private static final List<String> PLAIN =
      List.of(
          "clusterStack",
          "helmVersion",
          "pachdVersion",
          "consoleVersion",
          "notebooksVersion",
          "mountServerVersion",
          "disableNotebooks",
          "cleanupOnFail");

  CreateOrder {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(infrastructure, "infrastructure");
    wrong = Map.copyOf(wrong);
  }

  static CreateOrder of(BackendForm form, Typed typed, Instant now) {
    Map<String, String> wrong = new LinkedHashMap<>(typed.broken());
    Lifetime lifetime = Lifetime.of(typed, now);
    complain(wrong, Lifetime.EXPIRY, lifetime.wrong());
    LabelLines labels = LabelLines.of(typed);
    complain(wrong, LabelLines.FIELD, labels.wrong());
    ValuesDocument file = ValuesDocument.map(typed.raw(Typed.VALUES));
    complain(wrong, Typed.VALUES, file.wrong());
    GivenValues given = GivenValues.of(form.fields(), typed);
    wrong.putAll(given.wrong());
    JsonObject said = file.value() instanceof JsonObject map ? map : new JsonObject();
    JsonObject mine = said.copy().mergeIn(given.values(), true);
    boolean fields = !given.values().isEmpty();
    return new CreateOrder(
        texts(form, typed, lifetime),
        labels.labels(),
        !labels.labels().isEmpty() || !typed.text(UPDATE).isEmpty(),
        fields || said.isEmpty() ? "" : typed.raw(Typed.VALUES),
        fields ? mine : new JsonObject(),
        mine,
        typed.text(Typed.INFRASTRUCTURE).isEmpty() ? "" : typed.raw(Typed.INFRASTRUCTURE),
        wrong);
  }

  /** Whether it is to leave a workspace alone that has the name already. */
  static boolean isNew(Typed typed) {
    return !typed.text(NAME).isEmpty()
        && typed.text(UPDATE).isEmpty()
        && !typed.text(CHANGE).equals(typed.text(NAME));
  }

  /** As JSON, which holds everything but a chart. */
  JsonObject json() {
    JsonObject json = new JsonObject();
    texts.forEach(json::put);
    if (labelled) {
      json.put(LabelLines.FIELD, labels);
    }
    if (!values.isEmpty()) {
      json.put("parameters", values);
    }
    if (!file.isEmpty()) {
      json.put(Typed.VALUES, file);
    }
    return infrastructure.isEmpty() ? json : json.put(Typed.INFRASTRUCTURE, infrastructure);
  }

  private static Map<String, String> texts(BackendForm form, Typed typed, Lifetime lifetime) {
    Map<String, String> texts = new LinkedHashMap<>();
    String update = typed.text(UPDATE);
    texts.put(NAME, update.isEmpty() ? typed.text(NAME) : update);
    texts.put("backend", form.backend().name());
    texts.put(Lifetime.EXPIRY, lifetime.expiry());
    PLAIN.forEach(field -> texts.put(field, typed.text(field)));
    texts.values().removeIf(String::isEmpty);
    return texts;
  }

  private static void complain(Map<String, String> wrong, String field, String rule) {
    if (!rule.isEmpty()) {
      wrong.putIfAbsent(field, rule);
    }
  }

  @Override
  public String toString() {
    // Values may be secret.
    return "CreateOrder" + texts;
  }
}
