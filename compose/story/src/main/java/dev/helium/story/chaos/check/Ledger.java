package dev.helium.story.chaos.check;

import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceView;
import dev.helium.domain.quota.Account;
import dev.helium.domain.quota.Claim;
import dev.helium.domain.quota.Footprint;
import dev.helium.domain.quota.Holding;
import dev.helium.domain.quota.Quota;
import dev.helium.domain.quota.QuotaRule;
import dev.helium.domain.quota.Resource;
import dev.helium.story.Answer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The quotas of everybody in a run, and what their ledger has to say once nothing is under way:
 * what lives, and nothing else.
 */
public final class Ledger {
  /** Who asks has one name for each request, so nobody ever has two workspaces. */
  private static final int MOST_WORKSPACES = 1;

  /** Half of what is asked for in days goes beyond it. */
  private static final int MOST_HOURS = 30 * 24;

  private static final QuotaRule RULE =
      new QuotaRule(
          new Quota(
              Map.of(
                  Resource.WORKSPACES,
                  (long) MOST_WORKSPACES,
                  Resource.LIFETIME,
                  (long) MOST_HOURS * Resource.MINUTES)),
          Map.of());

  private final Map<String, List<Claim>> living;

  private Ledger(Map<String, List<Claim>> living) {
    this.living = living;
  }

  /** The content of {@code HELIUM_QUOTAS}. */
  public static String quotas() {
    return "{\"everybody\": {\"workspaces\": %d, \"hours\": %d}}%n"
        .formatted(MOST_WORKSPACES, MOST_HOURS);
  }

  /** As it has to be when the events make that of each name. */
  public static Ledger of(Collection<WorkspaceView> views) {
    return new Ledger(
        views.stream()
            .map(WorkspaceView::workspace)
            .filter(Workspace::exists)
            .map(Ledger::claim)
            .collect(Collectors.groupingBy(Claim::owner, TreeMap::new, Collectors.toList())));
  }

  /** Those who have anything. */
  public Set<String> owners() {
    return new TreeSet<>(living.keySet());
  }

  /** What the API says of an owner, where it is not as it has to be. */
  public Optional<String> difference(String owner, Answer told) {
    if (told.status() != 200) {
      return Optional.of("%s: is answered with %d".formatted(owner, told.status()));
    }
    Instant now = Instant.parse(told.text("AsOf"));
    Map<String, Map<String, Long>> expected = expected(owner, now);
    Map<String, Map<String, Long>> taken = taken(told);
    return taken.equals(expected)
        ? Optional.empty()
        : Optional.of("%s: the ledger has %s, and there is %s".formatted(owner, taken, expected));
  }

  private Map<String, Map<String, Long>> expected(String owner, Instant now) {
    return new Account(owner, RULE, living.getOrDefault(owner, List.of()), now)
        .limits().stream()
            .collect(
                Collectors.toMap(
                    limit -> limit.resource().word(),
                    limit ->
                        limit.shares().stream()
                            .collect(
                                Collectors.toMap(
                                    share -> share.workspace().value(), share -> share.amount())),
                    (one, other) -> one,
                    TreeMap::new));
  }

  private static Map<String, Map<String, Long>> taken(Answer told) {
    Map<String, Map<String, Long>> taken = new TreeMap<>();
    told.body()
        .path("Quotas")
        .forEach(
            quota ->
                taken.put(
                    quota.path("Resource").asText(),
                    StreamSupport.stream(quota.path("TakenBy").spliterator(), false)
                        .collect(
                            Collectors.toMap(
                                share -> share.path("ID").asText(),
                                share -> share.path("Amount").asLong()))));
    return taken;
  }

  /** What pods ask for is not limited here, so nobody has counted it. */
  private static Claim claim(Workspace workspace) {
    return Claim.nothing(workspace.createdBy(), workspace.id())
        .living(new Holding(workspace.spec().backend(), Footprint.NONE, workspace.endsAt()));
  }
}
