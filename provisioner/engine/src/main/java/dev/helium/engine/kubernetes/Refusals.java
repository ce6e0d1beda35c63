package dev.helium.engine.kubernetes;

import dev.helium.engine.kubernetes.ApiServer.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which fields the API server refuses to change in place. */
final class Refusals {
  private static final Pattern IMMUTABLE =
      Pattern.compile(
          "immutable|may not (be )?change|cannot (be )?change|fields other than",
          Pattern.CASE_INSENSITIVE);

  private Refusals() {}

  /** True when a new object could be as wanted and the old one cannot become so. */
  static boolean isImmutable(Answer answer) {
    return answer.code() == 422 && IMMUTABLE.matcher(message(answer)).find();
  }

  /** The fields the refusal names. */
  static List<ObjectPath> immutableFields(Answer answer) {
    var fields = new ArrayList<ObjectPath>();
    for (var cause : answer.body().path("details").path("causes")) {
      if (IMMUTABLE.matcher(cause.path("message").asText()).find()) {
        fields.add(ObjectPath.parse(cause.path("field").asText()));
      }
    }
    return fields;
  }

  /** True when a field that every object of the kind must have would be without an owner. */
  static boolean isRequiredFieldMissing(Answer answer) {
    for (var cause : answer.body().path("details").path("causes")) {
      if ("FieldValueRequired".equals(cause.path("reason").asText())) {
        return true;
      }
    }
    return false;
  }

  static String message(Answer answer) {
    return answer.body().path("message").asText("HTTP " + answer.code());
  }
}
