package dev.helium.deletion.recurring;

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
import java.util.Optional;
import java.util.Set;

/**
 * Recurring workspaces as an operator writes them down: a JSON array of objects, at most {@value
 * #MOST} and 256 KiB.
 */
public final class RecurrenceFile {
  static final int MOST = 100;
  private static final int LARGEST = 256 * 1024;

  private final List<String> errors = new ArrayList<>();

  private RecurrenceFile() {}

  /**
   * What a file says.
   *
   * @throws IllegalArgumentException with every broken rule, each with its entry and field
   */
  public static List<Recurrence> read(Path file) {
    return new RecurrenceFile().parse(content(file));
  }

  static List<Recurrence> parse(String text) {
    return new RecurrenceFile().parse(Buffer.buffer(text));
  }

  private List<Recurrence> parse(Buffer text) {
    JsonArray entries = array(text);
    if (entries.size() > MOST) {
      throw new IllegalArgumentException("it must have at most " + MOST + " entries");
    }
    List<Recurrence> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int number = 0; number < entries.size(); number++) {
      entry(number + 1, entries.getValue(number), names).ifPresent(read::add);
    }
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", errors));
    }
    return List.copyOf(read);
  }

  private Optional<Recurrence> entry(int number, Object value, Set<String> names) {
    if (!(value instanceof JsonObject object)) {
      errors.add("entry " + number + " must be a JSON object");
      return Optional.empty();
    }
    RecurrenceFields fields = new RecurrenceFields(object);
    Optional<Recurrence> read = fields.read();
    String label = "entry " + number + fields.label();
    fields.errors().forEach(error -> errors.add(label + ": " + error));
    if (read.isPresent() && !names.add(read.get().name())) {
      errors.add(label + ": name must be another one than that of every entry before");
    }
    return read;
  }

  private static JsonArray array(Buffer text) {
    try {
      return new JsonArray(text);
    } catch (DecodeException notAnArray) {
      throw new IllegalArgumentException("it must be a JSON array", notAnArray);
    }
  }

  private static Buffer content(Path file) {
    try (InputStream input = Files.newInputStream(file)) {
      byte[] bytes = input.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IllegalArgumentException("it must have at most " + LARGEST + " bytes");
      }
      return Buffer.buffer(bytes);
    } catch (IOException missing) {
      throw new IllegalArgumentException("it must be a readable file", missing);
    }
  }
}
