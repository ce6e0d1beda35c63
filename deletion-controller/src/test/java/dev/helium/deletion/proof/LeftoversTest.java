package dev.helium.deletion.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.proof.Leftovers.Outcome;
import dev.helium.domain.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LeftoversTest {
  private static final WorkspaceId ONE = new WorkspaceId("one");
  private static final WorkspaceId TWO = new WorkspaceId("two");

  private static Leftovers none(String kind, Outcome outcome) {
    return new Leftovers(kind, outcome, Map.of());
  }

  @Test
  void provesWithTheKindsThatWereLookedAt() {
    Map<WorkspaceId, Verdict> verdicts =
        Leftovers.verdicts(
            Map.of(ONE, "namespace one does not exist"),
            List.of(
                none("Service", Outcome.LOOKED_AT),
                none("Pod", Outcome.LOOKED_AT),
                none("Ingress", Outcome.UNKNOWN_KIND),
                none("ClusterRole", Outcome.FORBIDDEN)));
    assertThat(verdicts)
        .isEqualTo(
            Map.of(
                ONE,
                new Verdict.Gone(
                    List.of(
                        "namespace one does not exist",
                        "nothing in the cluster carries the label helium.dev/workspace=one; 2"
                            + " kinds were looked through"),
                    List.of("Pod", "Service"),
                    List.of("ClusterRole"))));
  }

  @Test
  void holdsOnlyThoseOfWhichSomethingIsLeft() {
    Map<WorkspaceId, Verdict> verdicts =
        Leftovers.verdicts(
            Map.of(ONE, "gone", TWO, "gone"),
            List.of(
                new Leftovers(
                    "PersistentVolume",
                    Outcome.LOOKED_AT,
                    Map.of(TWO, Set.of("PersistentVolume/disk")))));
    assertThat(verdicts.get(ONE)).isInstanceOf(Verdict.Gone.class);
    assertThat(verdicts.get(TWO))
        .isEqualTo(new Verdict.Held(List.of("PersistentVolume/disk left")));
  }

  @Test
  void namesAFewOfMany() {
    Map<WorkspaceId, Verdict> verdicts =
        Leftovers.verdicts(
            Map.of(ONE, "gone"),
            List.of(
                new Leftovers(
                    "Pod",
                    Outcome.LOOKED_AT,
                    Map.of(ONE, Set.of("Pod/e", "Pod/d", "Pod/c", "Pod/b", "Pod/a")))));
    assertThat(verdicts.get(ONE))
        .isEqualTo(new Verdict.Held(List.of("Pod/a, Pod/b, Pod/c and 2 more are left")));
  }
}
