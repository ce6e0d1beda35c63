package dev.helium.gateway.identity;

import dev.helium.domain.FieldError;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads tokens from a JSON file: {@code {"tokens": [{"id": …, "sha256": …, "name": …, "role": …}]}}
 * of at most {@value #LARGEST} bytes and {@value #MOST} tokens.
 */
final class TokenFile {
  private static final int LARGEST = 1024 * 1024;
  private static final int MOST = 1_000;
  private static final String LIST = "tokens";

  private TokenFile() {}

  /**
   * The tokens of a file. Blocks.
   *
   * @throws IOException when it cannot be read
   * @throws TokensException with every rule that it breaks
   */
  static TokenSet read(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      return parse(input.readNBytes(LARGEST + 1));
    }
  }

  /** The same of what a file holds. */
  static TokenSet parse(byte[] content) {
    if (content.length > LARGEST) {
      throw wrong("must have at most " + LARGEST + " bytes");
    }
    JsonArray list = list(object(content));
    if (list.size() > MOST) {
      throw wrong("must have at most " + MOST + " tokens");
    }
    List<FieldError> errors = new ArrayList<>();
    List<TokenEntry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int index = 0; index < list.size(); index++) {
      String place = LIST + "[" + index + "]";
      new TokenForm(place, list.getValue(index), errors)
          .entry()
          .ifPresent(
              entry -> {
                if (!ids.add(entry.id())) {
                  errors.add(new FieldError(place + ".id", "must be no other token's"));
                }
                entries.add(entry);
              });
    }
    if (!errors.isEmpty()) {
      throw new TokensException(errors);
    }
    return new TokenSet(entries);
  }

  private static JsonObject object(byte[] content) {
    try {
      return new JsonObject(Buffer.buffer(content));
    } catch (DecodeException | ClassCastException notAnObject) {
      // The library's message would quote the content.
      throw wrong("must be a JSON object");
    }
  }

  private static JsonArray list(JsonObject object) {
    if (object.size() == 1 && object.getValue(LIST) instanceof JsonArray list) {
      return list;
    }
    throw wrong("must have the list \"" + LIST + "\" and nothing else");
  }

  private static TokensException wrong(String rule) {
    return new TokensException(List.of(new FieldError("the file", rule)));
  }
}
