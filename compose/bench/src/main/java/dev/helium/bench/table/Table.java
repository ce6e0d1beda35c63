package dev.helium.bench.table;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Part;
import dev.helium.bench.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows by name as one table, and below it where the time goes. */
public final class Table {
  private final Map<String, Row> rows;

  /**
   * @param rows in the order in which they are shown
   */
  public Table(Map<String, Row> rows) {
    this.rows = rows;
  }

  /** For a terminal: columns as wide as what stands in them. */
  public String text() {
    List<List<String>> lines = lines();
    int[] widths =
        IntStream.range(0, Line.head().size())
            .map(
                column ->
                    lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0))
            .toArray();
    String table =
        lines.stream()
            .map(
                line ->
                    IntStream.range(0, widths.length)
                        .mapToObj(column -> padded(line.get(column), widths[column]))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
            .collect(Collectors.joining("\n", "", "\n"));
    return table + parts("\nWhere the time goes, in milliseconds\n", "  ", "\n");
  }

  /** The same for a page. */
  public String markdown() {
    List<List<String>> lines = lines();
    String rule = "|---".repeat(Line.head().size()) + "|\n";
    return cells(lines.getFirst())
        + rule
        + lines.stream().skip(1).map(Table::cells).collect(Collectors.joining())
        + parts("\nWhere the time goes, in milliseconds:\n\n", "- ", "\n");
  }

  private List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>(List.of(Line.head()));
    rows.forEach(
        (name, row) -> {
          String shown = name;
          for (Measure measure : row.measures()) {
            lines.add(Line.of(shown, measure));
            shown = "";
          }
        });
    return lines;
  }

  private String parts(String head, String before, String after) {
    String all =
        rows.entrySet().stream()
            .filter(row -> !row.getValue().parts().isEmpty())
            .map(row -> before + row.getKey() + ": " + parts(row.getValue().parts()) + after)
            .collect(Collectors.joining());
    return all.isEmpty() ? "" : head + all;
  }

  private static String parts(List<Part> parts) {
    return parts.stream()
        .map(part -> part.what() + " " + Line.number(part.milliseconds()))
        .collect(Collectors.joining(", "));
  }

  private static String cells(List<String> line) {
    return line.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }
}
