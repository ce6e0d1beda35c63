package dev.helium.wire;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Records as they were written by each version so far, one folder for each that wrote others. */
final class KeptRecords {
  private static final Path PATH =
      Path.of(
          System.getProperty("helium.root"), "shared/wire/src/test/resources/dev/helium/wire/kept");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private KeptRecords() {}

  /** One kept record; called after its file. */
  record Kept(String name, Encoded encoded) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kept> all() {
    try (Stream<Path> paths = Files.walk(PATH)) {
      List<Path> files = paths.filter(path -> path.toString().endsWith(".json")).sorted().toList();
      return files.stream().map(KeptRecords::read);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Writes a record as one of the newest version, beside others of its type. */
  static void keep(String folder, Encoded encoded) throws IOException {
    String type = encoded.header(Attributes.TYPE);
    Path file = PATH.resolve(folder).resolve(type + ".json");
    for (int number = 2; Files.exists(file); number++) {
      file = file.resolveSibling(type + "-" + number + ".json");
    }
    ObjectNode document = MAPPER.createObjectNode();
    ObjectNode headers = document.putObject("headers");
    new TreeMap<>(encoded.headers()).forEach(headers::put);
    document.set("body", MAPPER.readTree(encoded.body()));
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        MAPPER
                .writer(
                    new DefaultPrettyPrinter()
                        .withSeparators(
                            Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)))
                .writeValueAsString(document)
            + "\n");
  }

  /** What a record is made of: its type, its headers, and each place in its body. */
  static Set<String> shape(Encoded encoded) {
    try {
      Set<String> places = new TreeSet<>(encoded.headers().keySet());
      places.add(encoded.header(Attributes.TYPE));
      addPlaces("", MAPPER.readTree(encoded.body()), places);
      return places;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void addPlaces(String place, JsonNode node, Set<String> places) {
    boolean names = place.endsWith("/is");
    places.add(place + " " + (names ? node.textValue() : node.getNodeType().toString()));
    node.properties()
        .forEach(field -> addPlaces(place + "/" + field.getKey(), field.getValue(), places));
    if (node.isArray()) {
      node.forEach(element -> addPlaces(place + "/*", element, places));
    }
  }

  private static Kept read(Path file) {
    try {
      JsonNode document = MAPPER.readTree(file.toFile());
      Map<String, String> headers = new HashMap<>();
      document
          .get("headers")
          .properties()
          .forEach(header -> headers.put(header.getKey(), header.getValue().textValue()));
      return new Kept(
          PATH.relativize(file).toString(),
          new Encoded(headers, document.get("body").toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
