package dev.helium.gateway.listing;

import dev.helium.domain.FieldError;
import dev.helium.domain.Status;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.labels.LabelFilter;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what part of the list an address asks for, all of it before it complains.
 *
 * <p>Used once.
 */
final class ListParameters {
  private static final int LONGEST_TEXT = 254;

  private final MultiMap query;
  private final List<FieldError> errors = new ArrayList<>();

  private ListParameters(MultiMap query) {
    this.query = query;
  }

  /** What is asked for, or a problem with every rule that is broken. */
  static ListQuery read(MultiMap query) {
    return new ListParameters(query).read();
  }

  private ListQuery read() {
    if (!once("view").orElse("full").equals("full")) {
      errors.add(new FieldError("view", "must be full"));
    }
    ListFilter filter = filter();
    String sort = once("sort").orElse(ListOrder.NAME.word());
    boolean descending = sort.startsWith("-");
    ListOrder order =
        ListOrder.of(descending ? sort.substring(1) : sort)
            .orElseGet(
                () -> {
                  errors.add(
                      new FieldError(
                          "sort",
                          "must be one of "
                              + String.join(", ", ListOrder.words())
                              + ", with '-' before it for the other way round"));
                  return ListOrder.NAME;
                });
    int limit = limit();
    ListQuery.Start start =
        once("cursor")
            .map(text -> start(text, filter, sort))
            .orElseGet(ListQuery.Start.Beginning::new);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
    return new ListQuery(filter, order, descending, start, limit);
  }

  private ListFilter filter() {
    return new ListFilter(
        text("owner"),
        text("backend"),
        statuses(),
        LabelFilter.read(query.getAll("label"), errors),
        text("text"));
  }

  private Set<String> statuses() {
    Set<String> known =
        Arrays.stream(Status.values()).map(Status::word).collect(Collectors.toSet());
    List<String> words =
        query.getAll("status").stream()
            .flatMap(text -> Arrays.stream(text.split(",", -1)))
            .toList();
    Set<String> asked = Set.copyOf(words);
    if (asked.size() < words.size()) {
      errors.add(new FieldError("status", "must name each status once"));
    }
    if (!known.containsAll(asked)) {
      errors.add(
          new FieldError(
              "status",
              "must be one of "
                  + Arrays.stream(Status.values())
                      .map(Status::word)
                      .collect(Collectors.joining(", "))));
    }
    return asked;
  }

  private String text(String field) {
    String text = once(field).orElse("");
    if (text.length() > LONGEST_TEXT
        || text.chars().anyMatch(character -> character < ' ' || character == 127)) {
      errors.add(
          new FieldError(
              field, "must have at most " + LONGEST_TEXT + " characters, none for control"));
    }
    return text;
  }

  private ListQuery.Start start(String text, ListFilter filter, String sort) {
    Optional<ListPlace> place = ListCursor.place(text, filter, sort);
    if (place.isEmpty()) {
      errors.add(
          new FieldError(
              "cursor",
              "must be what the page before named in Next, together with the same filters and"
                  + " sort"));
      return new ListQuery.Start.Beginning();
    }
    return new ListQuery.Start.After(place.get());
  }

  private int limit() {
    try {
      int limit = Integer.parseInt(once("limit").orElse(Integer.toString(ListQuery.DEFAULT)));
      if (limit >= 1 && limit <= ListQuery.MOST) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // The rule says what it has to be.
    }
    errors.add(new FieldError("limit", "must be a whole number from 1 to " + ListQuery.MOST));
    return ListQuery.DEFAULT;
  }

  private Optional<String> once(String field) {
    List<String> all = query.getAll(field);
    if (all.size() > 1) {
      errors.add(new FieldError(field, "must be given once"));
    }
    return all.stream().findFirst();
  }
}
