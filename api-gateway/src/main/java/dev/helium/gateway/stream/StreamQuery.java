package dev.helium.gateway.stream;

import dev.helium.domain.FieldError;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.labels.LabelFilter;
import dev.helium.gateway.recent.GivenPosition;
import dev.helium.gateway.recent.Position;
import dev.helium.gateway.recent.PositionFormat;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is asked for of the stream. */
record StreamQuery(EventFilter filter, StreamStart start) {
  /** Of each parameter that may be given several times. */
  static final int MOST_VALUES = 50;

  private static final int LONGEST_VALUE = 254;
  private static final String HEADER = "Last-Event-ID";
  private static final String FROM = "from";
  private static final String LAST = "lastEventId";

  /** What a request says, or a problem with all rules that it breaks. */
  static StreamQuery read(
      HttpServerRequest request, MultiMap query, PositionFormat format, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    StreamQuery read =
        new StreamQuery(
            new EventFilter(
                workspaces(query, errors),
                values("owner", query, errors),
                values("backend", query, errors),
                EventTypeNames.read(values("type", query, errors), errors),
                LabelFilter.read(query.getAll("label"), errors)),
            start(request, query, format, now, errors));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
    return read;
  }

  private static Set<String> workspaces(MultiMap query, List<FieldError> errors) {
    Set<String> names = values("workspace", query, errors);
    for (String name : names) {
      try {
        new WorkspaceId(name);
      } catch (IllegalArgumentException notAName) {
        errors.add(new FieldError("workspace", notAName.getMessage()));
        return Set.of();
      }
    }
    return names;
  }

  private static Set<String> values(String name, MultiMap query, List<FieldError> errors) {
    List<String> values = query.getAll(name);
    if (values.size() > MOST_VALUES) {
      errors.add(new FieldError(name, "can be given at most " + MOST_VALUES + " times"));
      return Set.of();
    }
    if (values.stream().anyMatch(value -> value.isEmpty() || value.length() > LONGEST_VALUE)) {
      errors.add(new FieldError(name, "must have 1 to " + LONGEST_VALUE + " characters"));
      return Set.of();
    }
    return Set.copyOf(values);
  }

  /**
   * What a client says by itself when it comes back counts before what its address has said since
   * the first time.
   */
  private static StreamStart start(
      HttpServerRequest request,
      MultiMap query,
      PositionFormat format,
      Instant now,
      List<FieldError> errors) {
    String again = request.getHeader(HEADER);
    String last = query.get(LAST);
    String from = query.get(FROM);
    if (last != null && from != null) {
      errors.add(new FieldError(LAST, "cannot be given together with " + FROM));
    }
    StreamStart first = last == null ? from(from, now, errors) : after(LAST, last, format, errors);
    return again == null || again.isEmpty() ? first : after(HEADER, again, format, errors);
  }

  private static StreamStart after(
      String field, String text, PositionFormat format, List<FieldError> errors) {
    return switch (format.read(text)) {
      case GivenPosition.Known(Position position) -> new StreamStart.After(position);
      case GivenPosition.OfAnotherLog ignored ->
          throw Problem.of(
                  ProblemKind.GONE,
                  "This id is of another log. Begin with from=beginning, or with from=now.")
              .exception();
      case GivenPosition.Unreadable ignored -> {
        errors.add(new FieldError(field, "must be the id of an event, as this stream gave it"));
        yield new StreamStart.Now();
      }
    };
  }

  private static StreamStart from(String text, Instant now, List<FieldError> errors) {
    return switch (text) {
      case null -> new StreamStart.Now();
      case "now" -> new StreamStart.Now();
      case "beginning" -> new StreamStart.Beginning();
      default -> since(text, now, errors);
    };
  }

  private static StreamStart since(String text, Instant now, List<FieldError> errors) {
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      if (!instant.isAfter(now)) {
        return new StreamStart.Since(instant);
      }
      errors.add(new FieldError(FROM, "must not lie in the future"));
    } catch (DateTimeParseException notAnInstant) {
      errors.add(
          new FieldError(
              FROM, "must be now, beginning, or an instant such as 2026-02-22T15:04:05Z"));
    }
    return new StreamStart.Now();
  }
}
