package dev.helium.bench.kept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.bench.row.Row;
import dev.helium.bench.row.RowFile;
import dev.helium.bench.row.RowJson;
import dev.helium.bench.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The kept rows by name: as JSON for comparing, and beside it as a page for people. */
public final class KeptFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEST = "best";

  private final Path json;
  private final Path page;

  /**
   * @param folder of both files
   */
  public KeptFile(Path folder) {
    this.json = folder.resolve("result.json");
    this.page = folder.resolve("RESULT.md");
  }

  /** What is kept; nothing when nothing ever was. */
  public Map<String, Kept> read() {
    Map<String, Kept> rows = new LinkedHashMap<>();
    if (Files.exists(json)) {
      RowFile.json(json)
          .path("rows")
          .properties()
          .forEach(row -> rows.put(row.getKey(), read(row.getValue())));
    }
    return rows;
  }

  /** Keeps these, and only these. */
  public void write(Map<String, Kept> rows) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ObjectNode named = all.putObject("rows");
    rows.forEach((name, kept) -> named.set(name, write(kept)));
    try {
      Files.createDirectories(json.getParent());
      JSON.writerWithDefaultPrettyPrinter().writeValue(json.toFile(), all);
      Files.writeString(page, page(rows));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where people find it. */
  public Path page() {
    return page;
  }

  /** Both files. */
  public List<Path> files() {
    return List.of(json, page);
  }

  private static String page(Map<String, Kept> rows) {
    Map<String, Row> measured = new LinkedHashMap<>();
    rows.forEach((name, kept) -> measured.put(name, kept.row()));
    String runs =
        rows.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    row ->
                        "%s, of %s, on %s"
                            .formatted(
                                row.getValue().date(),
                                row.getValue().commit(),
                                row.getValue().machine().words()),
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))))
            .entrySet()
            .stream()
            .map(run -> "- " + run.getKey() + ": " + run.getValue() + "\n")
            .collect(Collectors.joining());
    return "# Result\n\nWritten by `./helium bench`. A ratio is ours divided by the peer's, in the same run.\n\n"
        + new Table(measured).markdown()
        + "\nMeasured:\n\n"
        + runs
        + better(rows);
  }

  private static String better(Map<String, Kept> rows) {
    String all =
        rows.entrySet().stream()
            .flatMap(
                row ->
                    row.getValue().earlier().stream()
                        .map(best -> "- %s: %s\n".formatted(row.getKey(), words(best))))
            .collect(Collectors.joining());
    return all.isEmpty() ? "" : "\nBest so far, which the next ones are compared with:\n\n" + all;
  }

  private static String words(Best best) {
    return String.format(
        Locale.ROOT,
        "%s, beside %s: ratio %.3f, %s, of %s",
        best.work(),
        best.who(),
        best.ratio(),
        best.date(),
        best.commit());
  }

  private static ObjectNode write(Kept kept) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("date", kept.date().toString()).put("commit", kept.commit());
    json.putObject("machine")
        .put("processor", kept.machine().processor())
        .put("cores", kept.machine().cores())
        .put("mebibytes", kept.machine().mebibytes())
        .put("system", kept.machine().system())
        .put("java", kept.machine().java());
    json.set("row", RowJson.write(kept.row()));
    ArrayNode best = json.putArray(BEST);
    kept.best()
        .forEach(
            each ->
                best.addObject()
                    .put("work", each.work())
                    .put("who", each.who())
                    .put("ratio", each.ratio())
                    .put("commit", each.commit())
                    .put("date", each.date().toString()));
    return json;
  }

  /** One that was kept when the best was not yet is the best itself. */
  private static Kept read(JsonNode json) {
    JsonNode machine = json.path("machine");
    Kept kept =
        new Kept(
            RowJson.read(json.path("row")),
            new Machine(
                machine.path("processor").asText(),
                machine.path("cores").asInt(),
                machine.path("mebibytes").asLong(),
                machine.path("system").asText(),
                machine.path("java").asText()),
            json.path("commit").asText(),
            LocalDate.parse(json.path("date").asText()));
    return json.has(BEST)
        ? new Kept(kept.row(), kept.machine(), kept.commit(), kept.date(), best(json.path(BEST)))
        : kept;
  }

  private static List<Best> best(JsonNode json) {
    List<Best> all = new ArrayList<>();
    json.forEach(
        each ->
            all.add(
                new Best(
                    each.path("work").asText(),
                    each.path("who").asText(),
                    each.path("ratio").asDouble(),
                    each.path("commit").asText(),
                    LocalDate.parse(each.path("date").asText()))));
    return all;
  }
}
