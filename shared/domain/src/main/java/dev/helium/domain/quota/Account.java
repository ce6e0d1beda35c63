package dev.helium.domain.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an owner may take, and has taken, at an instant.
 *
 * @param claims of that owner, one for each workspace
 */
public record Account(String owner, QuotaRule rule, Collection<Claim> claims, Instant now) {
  public Account {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(rule, "rule");
    claims = List.copyOf(claims);
    Objects.requireNonNull(now, "now");
  }

  /** Every limit there is: those of all workspaces first, then those of backends by name. */
  public List<Limit> limits() {
    List<Limit> limits = new ArrayList<>(limits("", rule.overall()));
    new TreeMap<>(rule.backends())
        .forEach((backend, quota) -> limits.addAll(limits(backend, quota)));
    return limits;
  }

  /**
   * Every limit that a claim would break; empty when it may take the place of the one that its
   * workspace has. What takes no more than before is never too much, even when a limit is lower by
   * now than what has been taken.
   */
  public List<Shortage> shortages(Claim wanted) {
    List<Shortage> shortages = new ArrayList<>();
    for (Limit limit : limits()) {
      long before =
          limit.shares().stream()
              .filter(share -> share.workspace().equals(wanted.workspace()))
              .mapToLong(Share::amount)
              .sum();
      long after = wanted.amount(limit.resource(), limit.backend(), now);
      if (after > before && Limit.plus(limit.taken() - before, after) > limit.most()) {
        shortages.add(new Shortage(limit, before, after));
      }
    }
    return shortages;
  }

  private List<Limit> limits(String backend, Quota quota) {
    Map<Resource, Long> limits = quota.limits();
    return Arrays.stream(Resource.values())
        .filter(limits::containsKey)
        .map(
            resource ->
                new Limit(
                    owner, resource, backend, limits.get(resource), shares(resource, backend)))
        .toList();
  }

  private List<Share> shares(Resource resource, String backend) {
    return claims.stream()
        .map(claim -> new Share(claim.workspace(), claim.amount(resource, backend, now)))
        .filter(share -> share.amount() > 0)
        .toList();
  }
}
