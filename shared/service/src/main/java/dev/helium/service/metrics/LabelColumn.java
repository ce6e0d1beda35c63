package dev.helium.service.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The column of labels of {@link MetricTable}: labels, and of each either nothing, or words for
 * people about its values, or the values themselves. They count as all there are when nothing else
 * is said but remarks in parentheses: an "and so on" leaves room for more.
 */
final class LabelColumn {
  private static final Pattern REMARK = Pattern.compile(" *\\([^()]*\\)");
  private static final Pattern DESCRIBED = Pattern.compile("`([^`]+)`: (.+)");
  private static final Pattern VALUES = Pattern.compile("`[^`]+`(?:, `[^`]+`)*");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private LabelColumn() {}

  /** The values of each label; none where it may have others than those that are named. */
  static Map<String, Set<String>> labels(String cell) {
    Map<String, Set<String>> labels = new TreeMap<>();
    for (String part : REMARK.matcher(cell).replaceAll("").split(";", -1)) {
      Matcher described = DESCRIBED.matcher(part.strip());
      if (described.matches()) {
        labels.put(described.group(1), values(described.group(2)));
      } else {
        quoted(part).forEach(name -> labels.put(name, Set.of()));
      }
    }
    return labels;
  }

  /** The words in backticks. */
  static Set<String> quoted(String cell) {
    Matcher matcher = QUOTED.matcher(cell);
    Set<String> words = new TreeSet<>();
    while (matcher.find()) {
      words.add(matcher.group(1));
    }
    return words;
  }

  private static Set<String> values(String description) {
    return VALUES.matcher(description).matches() ? quoted(description) : Set.of();
  }
}
