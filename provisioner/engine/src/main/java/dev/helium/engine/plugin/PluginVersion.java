package dev.helium.engine.plugin;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A semantic version. What comes after a plus sign says nothing about which one is newer.
 *
 * @param release major, minor and patch
 * @param prerelease the words after the dash, empty for a release
 */
record PluginVersion(List<BigInteger> release, List<String> prerelease)
    implements Comparable<PluginVersion> {
  private static final int LONGEST = 128;
  private static final Pattern FORM =
      Pattern.compile(
          "v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  PluginVersion {
    release = List.copyOf(release);
    prerelease = List.copyOf(prerelease);
  }

  /** A version in words such as {@code 1.2.3} or {@code v1.2.3-alpha.1}. */
  static Optional<PluginVersion> parse(String text) {
    var matcher = FORM.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    var words = matcher.group(4);
    return Optional.of(
        new PluginVersion(
            List.of(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3))),
            words == null ? List.of() : List.of(words.split("\\.", -1))));
  }

  boolean isPrerelease() {
    return !prerelease.isEmpty();
  }

  @Override
  public int compareTo(PluginVersion other) {
    for (int index = 0; index < release.size(); index++) {
      var order = release.get(index).compareTo(other.release.get(index));
      if (order != 0) {
        return order;
      }
    }
    if (isPrerelease() != other.isPrerelease()) {
      return isPrerelease() ? -1 : 1;
    }
    return comparePrereleases(other);
  }

  private int comparePrereleases(PluginVersion other) {
    for (int index = 0; index < Math.min(prerelease.size(), other.prerelease.size()); index++) {
      var order = compareWords(prerelease.get(index), other.prerelease.get(index));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(prerelease.size(), other.prerelease.size());
  }

  /** Numbers come before words and among themselves by value. */
  private static int compareWords(String one, String other) {
    var isNumber = NUMBER.matcher(one).matches();
    var isOtherNumber = NUMBER.matcher(other).matches();
    if (isNumber && isOtherNumber) {
      return new BigInteger(one).compareTo(new BigInteger(other));
    }
    return isNumber == isOtherNumber ? one.compareTo(other) : isNumber ? -1 : 1;
  }

  private static BigInteger number(String text) {
    return text == null ? BigInteger.ZERO : new BigInteger(text);
  }
}
