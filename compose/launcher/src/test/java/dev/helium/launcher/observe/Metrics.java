package dev.helium.launcher.observe;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of series: those that there are, and those that a query asks for. */
final class Metrics {
  /** Every Prometheus has them. */
  private static final Set<String> STANDARD = Set.of("up", "ALERTS");

  private static final Path TABLE = ObserveFiles.COMPOSE.resolve("METRICS.md");
  private static final Pattern CODE = Pattern.compile("`([a-z][a-z0-9_]*)`");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_:]*");
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

  private Metrics() {}

  /** What the table of metrics promises, what rules record, and what Prometheus itself has. */
  static Set<String> known() {
    return Stream.of(
            STANDARD.stream(),
            ObserveFiles.rules().stream()
                .filter(rule -> !rule.isAlert())
                .map(ObserveFiles.Rule::record),
            promised(ObserveFiles.text(TABLE)).stream())
        .flatMap(names -> names)
        .collect(Collectors.toSet());
  }

  /** The series of every row of the tables: a histogram and a summary have several. */
  static Set<String> promised(String table) {
    return rows(table)
        .flatMap(
            cells -> {
              boolean several = cells[2].contains("histogram") || cells[2].contains("summary");
              return names(cells).flatMap(name -> several ? series(name) : Stream.of(name));
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The metrics of Helium's own in the table of metrics, by what their series have in common. */
  static Set<String> ofHelium() {
    return rows(ObserveFiles.text(TABLE))
        .flatMap(Metrics::names)
        .filter(name -> name.startsWith("helium_"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What a metric's series may be called. */
  static Stream<String> series(String metric) {
    return Stream.of("", "_count", "_sum", "_max", "_bucket").map(metric::concat);
  }

  private static Stream<String[]> rows(String table) {
    return table
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1))
        .filter(cells -> cells.length > 3);
  }

  private static Stream<String> names(String[] cells) {
    return CODE.matcher(cells[1]).results().map(found -> found.group(1));
  }

  /** The series that a query asks for. */
  static Set<String> in(String query) {
    String bare =
        query
            .replaceAll("\"[^\"]*\"", "")
            .replaceAll("\\{[^}]*}", "")
            .replaceAll("\\[[^]]*]", "")
            .replaceAll("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)", "");
    Set<String> found = new TreeSet<>();
    Matcher names = NAME.matcher(bare);
    while (names.find()) {
      boolean isFunction = bare.substring(names.end()).stripLeading().startsWith("(");
      if (!isFunction && !WORDS.contains(names.group().toLowerCase(Locale.ROOT))) {
        found.add(names.group());
      }
    }
    return found;
  }
}
