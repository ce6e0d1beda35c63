package dev.helium.gateway.deadletter;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.Numbers;
import dev.helium.gateway.http.Problem;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Which letters are listed.
 *
 * @param all also those that were dealt with
 * @param after the number of the last one of the page before; 0 for the first page
 */
record LetterQuery(boolean all, long after, int limit) {
  static final int MOST = 500;

  private static final int DEFAULT = 100;

  LetterQuery {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page has 1 to " + MOST + " letters");
    }
  }

  static LetterQuery of(MultiMap parameters) {
    List<FieldError> errors = new ArrayList<>();
    boolean all = flag(parameters, "all", errors);
    long after = Numbers.read("after", parameters.get("after"), 1, Long.MAX_VALUE, 0, errors);
    long limit = Numbers.read("limit", parameters.get("limit"), 1, MOST, DEFAULT, errors);
    check(errors);
    return new LetterQuery(all, after, (int) limit);
  }

  /**
   * Whether a parameter says true.
   *
   * @param errors takes the rule that is broken
   */
  static boolean flag(MultiMap parameters, String name, List<FieldError> errors) {
    String value = parameters.contains(name) ? parameters.get(name) : "false";
    if (!value.equals("true") && !value.equals("false")) {
      errors.add(new FieldError(name, "must be true or false"));
    }
    return value.equals("true");
  }

  /** A problem with every rule that was broken. */
  static void check(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
  }

  String next(long last) {
    return "/v1/api/dead-letters?after=" + last + "&limit=" + limit + (all ? "&all=true" : "");
  }
}
