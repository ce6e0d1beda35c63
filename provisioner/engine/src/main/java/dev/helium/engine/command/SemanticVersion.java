package dev.helium.engine.command;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A version by the rules of semantic versioning; build metadata does not count. */
record SemanticVersion(long major, long minor, long patch, String preRelease)
    implements Comparable<SemanticVersion> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?:-([0-9A-Za-z.-]+))?(?:\\+\\S*)?");
  private static final Pattern CONDITION = Pattern.compile("(>=|<=|==|!=|>|<|=|!)?\\s*v?(\\S+)");

  static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  static SemanticVersion parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not a version: " + text);
    }
    return new SemanticVersion(
        Long.parseLong(form.group(1)),
        Long.parseLong(form.group(2)),
        Long.parseLong(form.group(3)),
        form.group(4) == null ? "" : form.group(4));
  }

  /** A range such as {@code >=1.0.0 <2.0.0 || 3.1.0}. */
  static Predicate<SemanticVersion> range(String text) {
    Predicate<SemanticVersion> any = version -> false;
    for (var alternative : text.split("\\|\\|", -1)) {
      Predicate<SemanticVersion> all = version -> true;
      var spaced = alternative.strip().replaceAll("(>=|<=|==|!=|>|<|=|!)\\s+", "$1");
      for (var condition : List.of(spaced.split("\\s+", -1))) {
        all = all.and(condition(condition));
      }
      any = any.or(all);
    }
    return any;
  }

  @Override
  public int compareTo(SemanticVersion other) {
    var numbers =
        List.of(
            Long.compare(major, other.major),
            Long.compare(minor, other.minor),
            Long.compare(patch, other.patch));
    for (var result : numbers) {
      if (result != 0) {
        return result;
      }
    }
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
    }
    return preRelease.compareTo(other.preRelease);
  }

  private static Predicate<SemanticVersion> condition(String text) {
    var condition = CONDITION.matcher(text);
    if (!condition.matches()) {
      throw new IllegalArgumentException("not a version range: " + text);
    }
    var wanted = parse(condition.group(2));
    var operator = condition.group(1) == null ? "=" : condition.group(1);
    return version -> {
      int order = version.compareTo(wanted);
      return switch (operator) {
        case ">=" -> order >= 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case "<" -> order < 0;
        case "!=", "!" -> order != 0;
        default -> order == 0;
      };
    };
  }
}
