package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * What a server answered.
 *
 * @param document as it was sent; several pages are one
 * @param content the same, as it is understood here
 */
public record Answer<T>(JsonNode document, T content) {
  static <T> Answer<T> of(JsonNode document, Function<JsonNode, T> reader) {
    return new Answer<>(document, reader.apply(document));
  }
}
