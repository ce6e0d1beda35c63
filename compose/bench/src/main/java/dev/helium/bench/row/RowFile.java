package dev.helium.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file in which a benchmark leaves its row for whoever started it. */
public final class RowFile {
  private static final long LARGEST = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private RowFile() {}

  public static void write(Path file, Row row) {
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), RowJson.write(row));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * The row that a benchmark has left.
   *
   * @throws IllegalArgumentException when there is no row in it
   */
  public static Row read(Path file) {
    return RowJson.read(json(file));
  }

  /**
   * A file of JSON, of a MiB at most.
   *
   * @throws IllegalArgumentException when there is none in it
   */
  public static JsonNode json(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(file + " is larger than " + LARGEST + " bytes");
      }
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException failure) {
      throw new IllegalArgumentException(file + " cannot be read", failure);
    }
  }
}
