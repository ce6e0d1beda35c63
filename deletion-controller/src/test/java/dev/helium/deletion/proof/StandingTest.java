package dev.helium.deletion.proof;

import static dev.helium.deletion.Samples.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StandingTest {
  private static final Instant BEGAN = Instant.parse("2026-06-01T10:00:00Z");
  private static final Instant DESTROYED = Instant.parse("2026-06-01T12:00:00Z");
  private static final Candidate CANDIDATE = new Candidate(DEMO, 2, BEGAN, DESTROYED);

  private static NamespaceFacts namespace(
      String workspace, String incarnation, Instant created, boolean deleting, String... holders) {
    return new NamespaceFacts("demo", workspace, incarnation, created, deleting, List.of(holders));
  }

  private static List<String> held(NamespaceFacts facts) {
    Standing standing = Standing.of(CANDIDATE, Optional.of(facts));
    assertThat(standing).isInstanceOf(Standing.InTheWay.class);
    return ((Standing.InTheWay) standing).held().by();
  }

  private static String clear(Optional<NamespaceFacts> facts) {
    Standing standing = Standing.of(CANDIDATE, facts);
    assertThat(standing).isInstanceOf(Standing.Clear.class);
    return ((Standing.Clear) standing).evidence();
  }

  @Test
  void isClearWhenThereIsNoSuchNamespace() {
    assertThat(clear(Optional.empty())).isEqualTo("namespace demo does not exist");
  }

  @Test
  void isHeldByTheWorkspacesOwnNamespaceWithWhatKeepsIt() {
    assertThat(held(namespace("demo", "2", BEGAN, true, "Some content remains", "its finalizer x")))
        .containsExactly(
            "namespace demo is being deleted", "Some content remains", "its finalizer x");
    assertThat(held(namespace("demo", "", BEGAN, false)))
        .containsExactly("namespace demo exists and is not being deleted");
  }

  @Test
  void isHeldByTheNamespaceOfAnotherLife() {
    assertThat(held(namespace("demo", "1", BEGAN.minusSeconds(3_600), true)))
        .containsExactly("namespace demo is being deleted and names incarnation 1");
    assertThat(held(namespace("demo", "3", DESTROYED.plusSeconds(3_600), true)))
        .containsExactly("namespace demo is being deleted and names incarnation 3");
  }

  @Test
  void isClearOfANamespaceThatWasThereBefore() {
    assertThat(clear(Optional.of(namespace("", "", BEGAN.minusSeconds(6), false))))
        .contains("it was there before it");
    assertThat(clear(Optional.of(namespace("other", "1", BEGAN.minusSeconds(6), false))))
        .contains("is not the workspace's");
  }

  @Test
  void isClearOfANamespaceThatWasMadeAfterwards() {
    assertThat(clear(Optional.of(namespace("", "", DESTROYED.plusSeconds(6), false))))
        .contains("it was made after it");
  }

  @Test
  void isHeldByANamespaceThatMayHaveLostItsLabel() {
    assertThat(held(namespace("", "", BEGAN.plusSeconds(60), false)))
        .containsExactly(
            "namespace demo was made during the workspace's life and does not carry its label");
    assertThat(held(namespace("other", "2", BEGAN.minusSeconds(5), false))).hasSize(1);
    assertThat(held(namespace("", "", DESTROYED.plusSeconds(5), false))).hasSize(1);
  }

  @Test
  void isHeldByANamespaceThatDoesNotSayWhenItWasMade() {
    assertThat(held(namespace("", "", Instant.EPOCH, false))).hasSize(1);
  }
}
