package dev.helium.engine.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.property.Signatures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The outputs of a stack in lines, one below the other. */
final class OutputLines {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String UNKNOWN = "[unknown]";

  private OutputLines() {}

  /** One line for each output; secrets are masked already. */
  static List<String> of(Map<String, Object> outputs) {
    int width = outputs.keySet().stream().mapToInt(String::length).max().orElse(0);
    return new TreeMap<>(outputs)
        .entrySet().stream()
            .map(
                output ->
                    "    "
                        + output.getKey()
                        + " ".repeat(width - output.getKey().length())
                        + ": "
                        + text(output.getValue()))
            .toList();
  }

  private static String text(Object value) {
    if (PlainValues.MASK.equals(value)) {
      return PlainValues.MASK;
    }
    if (Signatures.UNKNOWN.equals(value)) {
      return UNKNOWN;
    }
    try {
      return MAPPER.writeValueAsString(value).replace(Signatures.UNKNOWN, UNKNOWN);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
