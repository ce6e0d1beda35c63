package dev.helium.service.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The documented table of all metrics, {@code compose/METRICS.md}, for whoever holds them to it.
 */
public record MetricTable(List<Row> rows) {
  private static final int PIECES = 8;
  private static final Set<String> OF_ALL = Set.of("service", "le");

  public MetricTable {
    rows = List.copyOf(rows);
  }

  /**
   * One metric.
   *
   * @param late whether it has no series before it happened for the first time
   * @param unit its unit, and of a histogram the set of its buckets
   * @param labels with all values that each may have; none where others are not excluded
   * @param services that show it
   */
  public record Row(
      String name,
      boolean late,
      String type,
      String unit,
      Map<String, Set<String>> labels,
      Set<String> services) {
    public Row {
      labels = Map.copyOf(labels);
      services = Set.copyOf(services);
    }

    boolean isOf(String service) {
      return services.contains("all") || services.contains(service);
    }

    boolean covers(String sample) {
      return (type.equals("histogram") || type.equals("summary"))
          ? sample.startsWith(name + "_")
              && Set.of("_bucket", "_count", "_sum", "_max")
                  .contains(sample.substring(name.length()))
          : sample.equals(name);
    }

    private List<String> differences(Scrape.Sample sample) {
      List<String> found = new ArrayList<>();
      for (Map.Entry<String, String> label : sample.labels().entrySet()) {
        Set<String> values = labels.get(label.getKey());
        if (values == null) {
          if (!OF_ALL.contains(label.getKey())) {
            found.add(name + " has the label " + label.getKey());
          }
        } else if (!values.isEmpty() && !values.contains(label.getValue())) {
          found.add("%s has the %s %s".formatted(name, label.getKey(), label.getValue()));
        }
      }
      return found;
    }
  }

  /** Reads it. */
  public static MetricTable in(Path project) throws IOException {
    return of(Files.readString(project.resolve("compose/METRICS.md")));
  }

  static MetricTable of(String markdown) {
    List<Row> rows = new ArrayList<>();
    for (String line : markdown.lines().filter(each -> each.startsWith("| `")).toList()) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == PIECES) {
        for (String name : LabelColumn.quoted(cells[1])) {
          rows.add(
              new Row(
                  name,
                  cells[1].contains("†"),
                  cells[2].strip(),
                  cells[3].strip(),
                  LabelColumn.labels(cells[4]),
                  Arrays.stream(cells[5].split(",", -1))
                      .map(String::strip)
                      .collect(Collectors.toUnmodifiableSet())));
        }
      }
    }
    return new MetricTable(rows);
  }

  /** In what a scrape of a service does not agree with the table; empty when it does. */
  public List<String> differences(String service, Scrape scrape) {
    List<String> found = new ArrayList<>(unknown(service, scrape));
    rows.stream()
        .filter(row -> row.isOf(service) && !row.late() && isOurs(row.name()))
        .filter(row -> scrape.samples().stream().noneMatch(each -> row.covers(each.name())))
        .forEach(row -> found.add(row.name() + " is missing"));
    return found;
  }

  /** What a scrape of a service has of ours that the table has not, or has otherwise. */
  public List<String> unknown(String service, Scrape scrape) {
    Set<String> found = new TreeSet<>();
    for (Scrape.Sample sample : scrape.samples()) {
      if (isOurs(sample.name())) {
        Optional<Row> row =
            rows.stream()
                .filter(each -> each.isOf(service) && each.covers(sample.name()))
                .findAny();
        row.ifPresentOrElse(
            known -> {
              found.addAll(known.differences(sample));
              String type = scrape.types().getOrDefault(known.name(), known.type());
              if (!type.equals(known.type())) {
                found.add(known.name() + " is a " + type);
              }
            },
            () -> found.add(sample.name() + " is not in the table"));
      }
    }
    return List.copyOf(found);
  }

  private static boolean isOurs(String name) {
    return name.startsWith("helium_");
  }
}
