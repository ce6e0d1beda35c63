package dev.helium.service.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service shows at one moment, read from its text, for whoever checks it.
 *
 * @param types by the names they are said of
 */
public record Scrape(List<Sample> samples, Map<String, String> types) {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? ([^ ]+).*");
  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final String TYPE = "# TYPE ";

  /** One series and its value. */
  public record Sample(String name, Map<String, String> labels, double value) {
    public Sample {
      labels = Map.copyOf(labels);
    }
  }

  public Scrape {
    samples = List.copyOf(samples);
    types = Map.copyOf(types);
  }

  /** Reads what is in the Prometheus format. */
  public static Scrape of(String text) {
    List<Sample> samples = new ArrayList<>();
    Map<String, String> types = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              Matcher sample = SAMPLE.matcher(line);
              if (line.startsWith(TYPE)) {
                String[] words = line.substring(TYPE.length()).split(" ", 2);
                types.put(words[0], words[1]);
              } else if (!line.startsWith("#") && sample.matches()) {
                samples.add(
                    new Sample(sample.group(1), labels(sample.group(2)), value(sample.group(3))));
              }
            });
    return new Scrape(samples, types);
  }

  /** How many series of ours there are. */
  public long ours() {
    return samples.stream().filter(sample -> sample.name().startsWith("helium_")).count();
  }

  /** The series of a name. */
  public List<Sample> of(String name, Map<String, String> labels) {
    return samples.stream()
        .filter(sample -> sample.name().equals(name))
        .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
        .toList();
  }

  /** The sum of the series of a name that have some labels; 0 when there are none. */
  public double sum(String name, Map<String, String> labels) {
    return of(name, labels).stream().mapToDouble(Sample::value).sum();
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (text != null) {
      Matcher label = LABEL.matcher(text);
      while (label.find()) {
        labels.put(label.group(1), label.group(2));
      }
    }
    return labels;
  }

  private static double value(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      case String number -> Double.parseDouble(number);
    };
  }
}
