package dev.helium.watcher.judging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the API server says when a quota leaves no room, taken apart.
 *
 * @param quota the quota's name
 * @param shortages at least one
 */
public record QuotaArithmetic(String quota, List<Shortage> shortages) {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "exceeded quota: ([^,\\s]+), requested: (\\S+), used: (\\S+), limited: (\\S+)");

  public QuotaArithmetic {
    Objects.requireNonNull(quota, "quota");
    shortages = List.copyOf(shortages);
    if (shortages.isEmpty()) {
      throw new IllegalArgumentException("an exceeded quota lacks something");
    }
  }

  /** Empty for a message that is not, or not wholly, about an exceeded quota. */
  public static Optional<QuotaArithmetic> of(String message) {
    Matcher matcher = MESSAGE.matcher(message);
    if (!matcher.find()) {
      return Optional.empty();
    }
    Map<String, String> used = amounts(matcher.group(3));
    Map<String, String> limited = amounts(matcher.group(4));
    List<Shortage> shortages = new ArrayList<>();
    amounts(matcher.group(2))
        .forEach(
            (resource, needed) -> {
              if (used.containsKey(resource) && limited.containsKey(resource)) {
                shortages.add(
                    new Shortage(resource, needed, used.get(resource), limited.get(resource)));
              }
            });
    return shortages.isEmpty()
        ? Optional.empty()
        : Optional.of(new QuotaArithmetic(matcher.group(1), shortages));
  }

  /** Such as {@code quota team: needs 500m of CPU; 7800m of 8000m are taken}. */
  public String inWords() {
    return "quota "
        + quota
        + ": "
        + shortages.stream().map(Shortage::inWords).collect(Collectors.joining("; "));
  }

  private static Map<String, String> amounts(String list) {
    Map<String, String> amounts = new LinkedHashMap<>();
    for (String amount : list.split(",", -1)) {
      int equals = amount.indexOf('=');
      if (equals > 0 && equals < amount.length() - 1) {
        amounts.put(amount.substring(0, equals), amount.substring(equals + 1));
      }
    }
    return amounts;
  }
}
