package dev.helium.gateway.workspaces;

import dev.helium.domain.FieldError;
import dev.helium.domain.LabelRequest;
import dev.helium.domain.Labels;
import dev.helium.gateway.http.KnownNames;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How labels are written: {@code name=value} with commas between, or a JSON object. */
final class LabelText {
  static final String FIELD = "labels";

  /** Characters; enough for as many and as long ones as there may be. */
  private static final int LONGEST = 16_384;

  private static final String RULE =
      "must be name=value with commas between, or a JSON object of texts";

  private LabelText() {}

  /** Adds the rules that are broken. */
  static LabelRequest read(String text, List<FieldError> errors) {
    if (text.isBlank()) {
      return new LabelRequest.Unspecified();
    }
    if (text.length() > LONGEST) {
      return broken(FIELD, "must have at most " + LONGEST + " characters", errors);
    }
    return text.strip().startsWith("{") ? ofJson(text, errors) : ofPairs(text, errors);
  }

  /** Adds the rules that are broken. */
  static LabelRequest read(JsonObject object, List<FieldError> errors) {
    Map<String, String> labels = new HashMap<>();
    for (Map.Entry<String, Object> label : object) {
      if (label.getValue() instanceof String value) {
        labels.put(label.getKey(), value);
      } else {
        return broken(FIELD + "." + KnownNames.shown(label.getKey()), "must be text", errors);
      }
    }
    return checked(labels, errors);
  }

  private static LabelRequest ofJson(String text, List<FieldError> errors) {
    try {
      return read(new JsonObject(text), errors);
    } catch (DecodeException | ClassCastException notAnObject) {
      return broken(FIELD, RULE, errors);
    }
  }

  private static LabelRequest ofPairs(String text, List<FieldError> errors) {
    Map<String, String> labels = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        return broken(FIELD, RULE, errors);
      }
      String name = pair.substring(0, equals).strip();
      if (labels.put(name, pair.substring(equals + 1).strip()) != null) {
        return broken(FIELD + "." + KnownNames.shown(name), "must be given once", errors);
      }
    }
    return checked(labels, errors);
  }

  private static LabelRequest checked(Map<String, String> labels, List<FieldError> errors) {
    errors.addAll(Labels.check(labels));
    return new LabelRequest.Exactly(labels);
  }

  private static LabelRequest broken(String field, String rule, List<FieldError> errors) {
    errors.add(new FieldError(field, rule));
    return new LabelRequest.Unspecified();
  }
}
