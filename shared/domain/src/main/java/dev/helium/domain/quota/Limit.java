package dev.helium.domain.quota;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One limit of an owner, and what has been taken of it.
 *
 * @param backend whose workspaces alone it is about; empty for all
 * @param most in the resource's unit
 * @param shares of every workspace that takes any, the largest first
 */
public record Limit(
    String owner, Resource resource, String backend, long most, List<Share> shares) {
  private static final Comparator<Share> LARGEST_FIRST =
      Comparator.comparingLong(Share::amount).reversed().thenComparing(Share::workspace);

  public Limit {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(backend, "backend");
    shares = shares.stream().sorted(LARGEST_FIRST).toList();
  }

  /** All shares together; as much as can be counted when that is more. */
  public long taken() {
    return shares.stream().mapToLong(Share::amount).reduce(0, Limit::plus);
  }

  /** What may still be taken; 0 when more has been than may. */
  public long left() {
    return Math.max(0, most - taken());
  }

  static long plus(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
