package dev.helium.backends.helm.source;

import com.github.zafarkhaja.semver.ParseException;
import com.github.zafarkhaja.semver.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which versions will do, in the words that Helm takes.
 *
 * @param alternatives of which all words of one must hold
 * @param early whether pre-releases count
 */
record VersionConstraint(List<List<Predicate<Version>>> alternatives, boolean early) {
  static final VersionConstraint NOTHING = new VersionConstraint(List.of(), false);

  /** The library's own ranges know no pre-releases. */
  private static final Pattern EARLY = Pattern.compile("(=|!=|>|<|>=|<=)?([0-9][^\\s]*-[^\\s]+)");

  VersionConstraint {
    alternatives = List.copyOf(alternatives);
  }

  /** Nothing when it is none. */
  static Optional<VersionConstraint> parse(String text) {
    try {
      List<List<Predicate<Version>>> alternatives = new ArrayList<>();
      for (String part : text.split("[|]{2}", -1)) {
        List<Predicate<Version>> words = words(part);
        if (words.isEmpty()) {
          return Optional.empty();
        }
        alternatives.add(words);
      }
      boolean early = text.replaceAll("\\s-\\s", " ").contains("-");
      return Optional.of(new VersionConstraint(alternatives, early));
    } catch (ParseException | IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }

  boolean allows(Version version) {
    return (early || version.isStable())
        && alternatives.stream()
            .anyMatch(words -> words.stream().allMatch(word -> word.test(version)));
  }

  private static List<Predicate<Version>> words(String part) {
    String spaced =
        part.strip()
            .replaceAll("([^\\s]+)\\s+-\\s+([^\\s]+)", ">=$1 <=$2")
            .replaceAll("([<>=~^!])\\s+", "$1")
            .replaceAll("(^|[\\s,<>=~^!])v(?=[0-9])", "$1");
    return Arrays.stream(spaced.split("[\\s,]+", -1))
        .filter(word -> !word.isEmpty())
        .map(VersionConstraint::word)
        .toList();
  }

  private static Predicate<Version> word(String word) {
    Matcher early = EARLY.matcher(word);
    if (early.matches()) {
      return compared(early.group(1) == null ? "=" : early.group(1), Version.parse(early.group(2)));
    }
    // What it says of this version does not matter, only that it can say something.
    boolean _ = Version.of(1).satisfies(word);
    return version -> version.satisfies(word);
  }

  private static Predicate<Version> compared(String sign, Version bound) {
    return switch (sign) {
      case "!=" -> version -> !version.isEquivalentTo(bound);
      case ">" -> version -> version.isHigherThan(bound);
      case "<" -> version -> version.isLowerThan(bound);
      case ">=" -> version -> version.isHigherThanOrEquivalentTo(bound);
      case "<=" -> version -> version.isLowerThanOrEquivalentTo(bound);
      default -> version -> version.isEquivalentTo(bound);
    };
  }
}
