package dev.helium.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows as JSON. */
public final class RowJson {
  private static final String BESIDE = "beside";

  private RowJson() {}

  public static ObjectNode write(Row row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    row.measures().forEach(measure -> json.withArray("measures").add(write(measure)));
    row.parts()
        .forEach(
            part ->
                json.withArray("parts")
                    .addObject()
                    .put("what", part.what())
                    .put("milliseconds", part.milliseconds()));
    return json;
  }

  /**
   * Reads what {@link #write} has made of a row.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Row read(JsonNode json) {
    List<Measure> measures = new ArrayList<>();
    json.path("measures").forEach(measure -> measures.add(measure(measure)));
    List<Part> parts = new ArrayList<>();
    json.path("parts")
        .forEach(part -> parts.add(new Part(text(part, "what"), number(part, "milliseconds"))));
    return new Row(measures, parts);
  }

  private static ObjectNode write(Measure measure) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("work", measure.work())
            .put("unit", measure.unit())
            .put("better", measure.better().name())
            .put("ours", measure.ours());
    measure
        .peer()
        .ifPresent(
            peer -> json.putObject(BESIDE).put("who", peer.who()).put("value", peer.value()));
    measure
        .bar()
        .ifPresent(
            bar -> {
              switch (bar) {
                case Bar.OfOurs(double bound) -> json.put("wanted", bound);
                case Bar.OfRatio(double bound) -> json.put("wantedRatio", bound);
              }
            });
    return json;
  }

  private static Measure measure(JsonNode json) {
    Optional<Peer> peer =
        json.has(BESIDE)
            ? Optional.of(
                new Peer(text(json.path(BESIDE), "who"), number(json.path(BESIDE), "value")))
            : Optional.empty();
    Optional<Bar> bar = Optional.empty();
    if (json.has("wanted")) {
      bar = Optional.of(new Bar.OfOurs(number(json, "wanted")));
    } else if (json.has("wantedRatio")) {
      bar = Optional.of(new Bar.OfRatio(number(json, "wantedRatio")));
    }
    return new Measure(
        text(json, "work"),
        text(json, "unit"),
        Better.valueOf(text(json, "better")),
        number(json, "ours"),
        peer,
        bar);
  }

  private static String text(JsonNode json, String field) {
    if (!json.path(field).isTextual()) {
      throw new IllegalArgumentException(field + " has to be a text in " + json);
    }
    return json.path(field).asText();
  }

  private static double number(JsonNode json, String field) {
    if (!json.path(field).isNumber()) {
      throw new IllegalArgumentException(field + " has to be a number in " + json);
    }
    return json.path(field).asDouble();
  }
}
