package dev.helium.domain.quota;

import java.util.List;
import java.util.Objects;

/**
 * A limit that would be broken, and the arithmetic.
 *
 * @param before how much the workspace takes already, in the resource's unit
 * @param after how much it would take
 */
public record Shortage(Limit limit, long before, long after) {
  /** What would be named of a hundred workspaces; the largest. */
  private static final int MOST_NAMED = 5;

  private static final int TEENS = 11;
  private static final int TENS = 10;
  private static final int HUNDREDS = 100;

  public Shortage {
    Objects.requireNonNull(limit, "limit");
  }

  /** In one sentence, with the owner and the workspaces that have taken it. */
  public String sentence() {
    return "%s of %s %s of %s%s are taken%s; %s."
        .formatted(
            text(limit.taken()),
            text(limit.most()),
            limit.resource() == Resource.CPU ? "CPU" : limit.resource().word(),
            limit.owner().isEmpty() ? "nobody in particular" : limit.owner(),
            limit.backend().isEmpty() ? "" : " made by " + limit.backend(),
            takers(),
            wish());
  }

  /** The numbers alone. */
  public String rule() {
    return "%s of %s %s%s are taken; %s"
        .formatted(
            text(limit.taken()),
            text(limit.most()),
            limit.resource() == Resource.CPU ? "CPU" : limit.resource().word(),
            limit.backend().isEmpty() ? "" : " made by " + limit.backend(),
            wish());
  }

  private String wish() {
    if (limit.resource() == Resource.WORKSPACES) {
      return "this one would be the " + ordinal(Limit.plus(limit.taken(), 1));
    }
    return "this one needs %s%s, %s more than is left"
        .formatted(
            text(after),
            before == 0 ? "" : " instead of " + text(before),
            text(Limit.plus(limit.taken() - before, after) - limit.most()));
  }

  private String takers() {
    List<Share> shares = limit.shares();
    if (shares.isEmpty()) {
      return "";
    }
    List<String> named = shares.stream().limit(MOST_NAMED).map(this::named).toList();
    int others = shares.size() - named.size();
    if (others > 0) {
      return " by " + String.join(", ", named) + " and " + others + " more";
    }
    int last = named.size() - 1;
    return " by "
        + (last == 0 ? "" : String.join(", ", named.subList(0, last)) + " and ")
        + named.get(last);
  }

  private String named(Share share) {
    return limit.resource() == Resource.WORKSPACES
        ? share.workspace().value()
        : share.workspace() + " (" + text(share.amount()) + ")";
  }

  private String text(long amount) {
    return limit.resource().text(amount);
  }

  private static String ordinal(long number) {
    long hundred = number % HUNDREDS;
    boolean teen = hundred >= TEENS && hundred < TEENS + 3;
    String ending =
        switch (teen ? 0 : (int) (number % TENS)) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
    return number + ending;
  }
}
