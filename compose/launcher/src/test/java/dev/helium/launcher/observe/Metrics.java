package dev.helium.launcher.observe;

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
            promised(ObserveFiles.text(ObserveFiles.COMPOSE.resolve("METRICS.md"))).stream())
        .flatMap(names -> names)
        .collect(Collectors.toSet());
  }

  /** The series of every row of the tables: a histogram and a summary have several. */
  static Set<String> promised(String table) {
    Set<String> all = new TreeSet<>();
    table
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1))
        .filter(cells -> cells.length > 3)
        .forEach(
            cells -> {
              String type = cells[2];
              Matcher names = CODE.matcher(cells[1]);
              while (names.find()) {
                String name = names.group(1);
                all.add(name);
                if (type.contains("histogram") || type.contains("summary")) {
                  Stream.of("_count", "_sum", "_max", "_bucket")
                      .map(name::concat)
                      .forEach(all::add);
                }
              }
            });
    return all;
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
