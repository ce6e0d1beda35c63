package dev.helium.backends.helm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Helm says of a chart that cannot be rendered, in few words: which template, which line, and
 * why. Whatever the requester gave as a value is taken out of it.
 */
final class ChartWords {
  private static final int LONGEST = 400;
  private static final int SHORTEST_SECRET = 3;
  private static final int LONG = 6;
  private static final String HIDDEN = "[value]";
  private static final Pattern TEMPLATE = Pattern.compile("template: ([^\\s:]+):(\\d+)(?::\\d+)?:");
  private static final Pattern SAID =
      Pattern.compile("(?s)(?:execution|parse) error at \\(([^\\s:]+):(\\d+)(?::\\d+)?\\): (.*)");
  private static final Pattern YAML =
      Pattern.compile("YAML parse error on ([^\\s:]+): .*?(?:line (\\d+))?(?:: ([^\\n]*))?$");
  private static final Pattern SCHEMA =
      Pattern.compile("(?s)values don't meet the specifications of the schema.*?:\\n(.*)");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"\\n]*\"");

  private final List<String> secrets;

  /**
   * @param values that the requester gave
   */
  ChartWords(Map<String, Object> values) {
    TreeSet<String> found =
        new TreeSet<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    collect(values.values(), found);
    this.secrets = List.copyOf(found);
  }

  /** At most {@value #LONGEST} characters, on one line. */
  String of(String said) {
    String words = told(said.strip()).replaceAll("\\s+", " ").strip();
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 3) + "...";
  }

  private String told(String said) {
    Matcher schema = SCHEMA.matcher(said);
    if (schema.find()) {
      return "the values break the schema of the chart: " + clean(schema.group(1));
    }
    Matcher written = SAID.matcher(said);
    if (written.find()) {
      // In the chart's own words, for which reason their quotes stay.
      return place(written.group(1), written.group(2)) + ": " + hidden(written.group(3));
    }
    Matcher template = TEMPLATE.matcher(said);
    if (template.find()) {
      return template(said, template);
    }
    Matcher yaml = YAML.matcher(said);
    if (yaml.find()) {
      return yaml.group(1)
          + " renders what is no valid YAML"
          + (yaml.group(2) == null ? "" : ", in line " + yaml.group(2) + " of what it renders");
    }
    return clean(said);
  }

  /** From the template that began to the one that failed. */
  private String template(String said, Matcher template) {
    String first = place(template.group(1), template.group(2));
    String last = first;
    int end = template.end();
    while (template.find()) {
      last = place(template.group(1), template.group(2));
      end = template.end();
    }
    String why = said.substring(end).replaceFirst("^\\s*executing \"[^\"]*\" ", "");
    return first + (last.equals(first) ? "" : ", from there " + last) + ": " + clean(why);
  }

  private static String place(String template, String line) {
    return template + " line " + line;
  }

  /** Helm's own words quote values. */
  private String clean(String text) {
    return hidden(QUOTED.matcher(text).replaceAll(Matcher.quoteReplacement(HIDDEN)));
  }

  private String hidden(String text) {
    String clean = text;
    for (String secret : secrets) {
      // A short one is only hidden where it stands alone: it is in other words by chance.
      clean =
          secret.length() < LONG
              ? clean.replaceAll(
                  "(?<![A-Za-z0-9])" + Pattern.quote(secret) + "(?![A-Za-z0-9])",
                  Matcher.quoteReplacement(HIDDEN))
              : clean.replace(secret, HIDDEN);
    }
    return clean;
  }

  private static void collect(Object value, Collection<String> found) {
    switch (value) {
      case Map<?, ?> map -> map.values().forEach(each -> collect(each, found));
      case Collection<?> list -> list.forEach(each -> collect(each, found));
      case null -> {}
      default -> {
        String text = String.valueOf(value);
        List<String> forms = new ArrayList<>(text.lines().map(String::strip).toList());
        forms.add(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        forms.stream()
            .filter(form -> form.length() >= SHORTEST_SECRET)
            .filter(form -> !form.equals("true") && !form.equals("false"))
            .forEach(found::add);
      }
    }
  }
}
