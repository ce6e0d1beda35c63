package dev.helium.domain.quota;

import dev.helium.domain.AdmissionRule;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may take how much.
 *
 * @param everybody of each owner by itself, where nothing else is said of it
 * @param owners by name; what is said of an owner counts before what is said of everybody, limit by
 *     limit
 */
public record QuotaPolicy(QuotaRule everybody, Map<String, QuotaRule> owners)
    implements AdmissionRule {
  /** Nobody has a quota. */
  public static final QuotaPolicy NONE = new QuotaPolicy(QuotaRule.NOTHING_SAID, Map.of());

  public QuotaPolicy {
    Objects.requireNonNull(everybody, "everybody");
    owners = Map.copyOf(owners);
  }

  /** The limits that hold for an owner. */
  public QuotaRule of(String owner) {
    return owners.getOrDefault(owner, QuotaRule.NOTHING_SAID).over(everybody).limiting();
  }

  @Override
  public boolean isAsked(String owner) {
    return !of(owner).isNone();
  }

  /** The names of all backends that anything is said of. */
  public Set<String> backends() {
    Set<String> names = new TreeSet<>(everybody.backends().keySet());
    owners.values().forEach(rule -> names.addAll(rule.backends().keySet()));
    return names;
  }

  /** True when nobody has a quota. */
  public boolean isNone() {
    return everybody.limiting().isNone()
        && owners.values().stream().allMatch(rule -> rule.limiting().isNone());
  }
}
