package dev.helium.engine.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.property.JsonText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Results in the CLI's own form. */
final class Printed {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Printed() {}

  /** JSON indented by two spaces. */
  static String json(JsonNode node) {
    return JsonText.indented(node, 2);
  }

  /** A time in milliseconds. */
  static String time(Instant time) {
    return TIME.format(time);
  }

  /** Columns as wide as their longest cell, two spaces apart; the first row is the header. */
  static List<String> table(List<List<String>> rows) {
    var columns = rows.getFirst().size();
    var widths = new int[columns];
    for (var row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    var lines = new ArrayList<String>();
    for (var row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        var cell = row.get(column);
        line.append(cell);
        if (column < columns - 1) {
          line.append(" ".repeat(widths[column] - cell.length() + 2));
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
