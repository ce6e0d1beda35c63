package dev.helium.pages.create;

import dev.helium.pages.frame.Shown;
import dev.helium.pages.read.QuotaView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Objects;

/**
 * What is left of a limit, and how that was reckoned.
 *
 * @param name of what is limited
 * @param arithmetic in words and numbers
 * @param spent whether nothing is left
 */
public record QuotaLine(String name, String arithmetic, long taken, long limit, boolean spent) {
  private static final long MEBI = 1024L * 1024;
  private static final long GIBI = 1024L * MEBI;

  public QuotaLine {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(arithmetic, "arithmetic");
  }

  /**
   * The line of one limit.
   *
   * @param more workspaces that the form would add: none when it changes one
   */
  static QuotaLine of(QuotaView quota, int more) {
    String sum =
        amount(quota, quota.limit())
            + " − "
            + amount(quota, quota.taken())
            + " taken = "
            + amount(quota, quota.left())
            + " left";
    boolean counted = quota.resource().equals("workspaces") && more > 0;
    String after =
        counted && quota.left() >= more ? ", and " + (quota.left() - more) + " after this one" : "";
    return new QuotaLine(
        name(quota), sum + after, quota.taken(), Math.max(1, quota.limit()), quota.left() == 0);
  }

  private static String name(QuotaView quota) {
    String name =
        switch (quota.resource()) {
          case "workspaces" -> "Workspaces";
          case "cpu" -> "CPU";
          case "memory" -> "Memory";
          case "lifetime" -> "Lifetime, all together";
          default -> quota.resource();
        };
    return quota.backend().isEmpty() ? name : name + " of " + quota.backend();
  }

  private static String amount(QuotaView quota, long amount) {
    if (amount == 0) {
      return "0";
    }
    return switch (quota.resource()) {
      case "cpu" -> decimal(amount, 1_000) + " CPU";
      case "memory" ->
          amount % GIBI == 0 || amount > 10 * GIBI
              ? decimal(amount, GIBI) + " GiB"
              : decimal(amount, MEBI) + " MiB";
      case "lifetime" -> lifetime(Duration.ofMinutes(amount));
      default -> Shown.number(amount);
    };
  }

  private static String lifetime(Duration length) {
    long days = length.toDays();
    long hours = length.toHoursPart();
    return days == 0
        ? hours + " h " + length.toMinutesPart() + " min"
        : Shown.counted(days, "day") + (hours == 0 ? "" : " " + hours + " h");
  }

  private static String decimal(long amount, long unit) {
    return BigDecimal.valueOf(amount)
        .divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
