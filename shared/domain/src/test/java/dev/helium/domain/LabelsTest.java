package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.ID;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.SPEC;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelsTest {
  private static final Map<String, String> LABELS = Map.of("team", "blue");

  @ParameterizedTest
  @ValueSource(strings = {"team", "a", "A-b_c.9", "example.com/team", "a.b-c.d/x", "io/x"})
  void aNameThatKubernetesTakesIsTaken(String name) {
    assertThat(Labels.check(Map.of(name, "Blue-1.x_y"))).isEmpty();
    assertThat(Labels.check(Map.of(name, ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-a", "a-", "a b", "a/", "/a", "a/b/c", "A.com/x", ".a/x", "caf\u00e9", "a\n"})
  void aNameThatKubernetesDoesNotTakeIsRefused(String name) {
    assertThat(Labels.check(Map.of(name, "x"))).hasSize(1);
  }

  @Test
  void namesPrefixesAndValuesAreLimitedInLength() {
    assertThat(Labels.check(Map.of("n".repeat(63), "v".repeat(63)))).isEmpty();
    assertThat(Labels.check(Map.of("n".repeat(64), "v".repeat(64)))).hasSize(2);
    assertThat(Labels.check(Map.of("p".repeat(253) + "/n", "v"))).isEmpty();
    assertThat(Labels.check(Map.of("p".repeat(254) + "/n", "v"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "helium.dev/workspace",
        "of.helium.dev/x",
        "kubernetes.io/x",
        "app.kubernetes.io/name",
        "k8s.io/x"
      })
  void aReservedPrefixIsRefused(String name) {
    assertThat(Labels.check(Map.of(name, "x")))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.field()).isEqualTo("labels." + name);
              assertThat(error.rule()).startsWith("has a prefix that is kept for ");
            });
  }

  @Test
  void thereAreAtMostThirtyTwo() {
    // given
    Map<String, String> many = new HashMap<>();
    for (int number = 1; number <= Labels.MOST; number++) {
      many.put("n" + number, "");
    }
    // then
    assertThat(Labels.check(many)).isEmpty();
    many.put("n33", "");
    assertThat(Labels.check(many)).containsExactly(new FieldError("labels", "must be at most 32"));
  }

  @Test
  void labelsComeWithTheCreationAndStayUnlessAnUpdateSaysOthers() {
    // given
    Workspace absent = Workspace.absent(ID);
    Workspace labelled = absent.apply(Samples.record(absent, decided(absent, exactly(LABELS))));
    // then
    assertThat(labelled.spec().labels()).isEqualTo(LABELS);
    assertThat(decided(labelled, new LabelRequest.Unspecified()))
        .isInstanceOfSatisfying(
            Event.Updated.class, updated -> assertThat(updated.spec().labels()).isEqualTo(LABELS));
    assertThat(decided(labelled, exactly(Map.of())))
        .isInstanceOfSatisfying(
            Event.Updated.class, updated -> assertThat(updated.spec()).isEqualTo(SPEC));
  }

  @Test
  void labelsOfAnEarlierLifeAreNotThoseOfTheNext() {
    // given
    Workspace deleted =
        standing(new Lifecycle.Deleted(Samples.RECEIPT))
            .wanting(new WorkspaceSpec("namespace", Map.of(), Map.of(), LABELS), NOW);
    // then
    assertThat(decided(deleted, new LabelRequest.Unspecified()))
        .isInstanceOfSatisfying(
            Event.Created.class, created -> assertThat(created.spec()).isEqualTo(SPEC));
  }

  @Test
  void brokenLabelsAreRefusedWhoeverSendsThem() {
    assertThat(
            decided(
                standing(new Lifecycle.Provisioned(ATTEMPT, Map.of())), exactly(Map.of("-", "x"))))
        .isInstanceOfSatisfying(
            Event.Refused.class,
            refused ->
                assertThat(refused.refusal().errors())
                    .extracting(FieldError::field)
                    .containsExactly("labels.-"));
  }

  private static LabelRequest exactly(Map<String, String> labels) {
    return new LabelRequest.Exactly(labels);
  }

  private static Event decided(Workspace workspace, LabelRequest labels) {
    Command.Create create =
        new Command.Create(
            new CommandId("create"),
            ID,
            "bob",
            "namespace",
            Map.of(),
            Map.of(),
            new ExpiryRequest.Unspecified(),
            labels);
    return only(DECIDER.decide(workspace, create, NOW));
  }
}
