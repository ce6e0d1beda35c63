package dev.helium.service.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of at most 256 KiB with one JSON object, in which each name stands once. */
final class PolicyJson {
  private static final int LARGEST = 256 * 1024;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PolicyJson() {}

  /** The object of a file, or a {@link PolicyException}. Blocks. */
  static ObjectNode read(Path file) {
    try (InputStream input = Files.newInputStream(file)) {
      return parse(input.readNBytes(LARGEST + 1));
    } catch (IOException failure) {
      throw wrong("cannot be read");
    }
  }

  /** The same of what a file holds. */
  static ObjectNode parse(byte[] content) {
    if (content.length > LARGEST) {
      throw wrong("must have at most " + LARGEST + " bytes");
    }
    try {
      JsonNode root = MAPPER.readTree(content);
      if (root instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException invalid) {
      throw wrong(
          invalid.getLocation() == null
              ? "must be JSON"
              : "must be JSON, in which each name stands once; it is not at line "
                  + invalid.getLocation().getLineNr()
                  + ", column "
                  + invalid.getLocation().getColumnNr());
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory failed", impossible);
    }
    throw wrong("must be a JSON object");
  }

  private static PolicyException wrong(String rule) {
    return new PolicyException(List.of(new FieldError("the file", rule)));
  }
}
