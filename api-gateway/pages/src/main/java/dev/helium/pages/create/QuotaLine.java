package dev.helium.pages.create;

import dev.helium.pages.read.QuotaView;
import java.util.Objects;

/**
 * What is left of a limit, and how that was reckoned.
 *
 * @param arithmetic in words and numbers
 */
public record QuotaLine(QuotaView quota, String arithmetic) {
  public QuotaLine {
    Objects.requireNonNull(quota, "quota");
    Objects.requireNonNull(arithmetic, "arithmetic");
  }

  /**
   * The line of one limit.
   *
   * @param more workspaces that the form would add: none when it changes one
   */
  static QuotaLine of(QuotaView quota, int more) {
    String sum =
        quota.amount(quota.limit())
            + " − "
            + quota.amount(quota.taken())
            + " taken = "
            + quota.amount(quota.left())
            + " left";
    boolean counted = quota.resource().equals("workspaces") && more > 0;
    String after =
        counted && quota.left() >= more ? ", and " + (quota.left() - more) + " after this one" : "";
    return new QuotaLine(quota, sum + after);
  }
}
