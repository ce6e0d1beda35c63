package dev.helium.deletion.tenure;

import static dev.helium.deletion.Samples.DEMO;
import static dev.helium.deletion.Samples.NOW;
import static dev.helium.deletion.Samples.created;
import static dev.helium.deletion.Samples.deleted;
import static dev.helium.deletion.Samples.deletionRequested;
import static dev.helium.deletion.Samples.record;
import static dev.helium.deletion.Samples.updated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.Samples;
import dev.helium.deletion.tenure.Life.Stage;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.WorkspaceSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LifeTest {
  private static final Instant EXPIRY = NOW.plusSeconds(3600);
  private static final Event.Provisioned PROVISIONED =
      new Event.Provisioned(1, Map.of("K8sNamespace", "demo"));

  @Test
  void aLifeIsKnownFromItsCreationToItsProof() {
    assertThat(after().stage()).isEqualTo(Stage.NEVER);
    assertThat(after(created(1, EXPIRY)).stage()).isEqualTo(Stage.UNFINISHED);
    Life made = after(created(1, EXPIRY), PROVISIONED);
    assertThat(made).isEqualTo(new Life(1, 1, Stage.PROVISIONED, NOW, "demo", "", EXPIRY));
    assertThat(after(created(1, EXPIRY), PROVISIONED, deletionRequested()).stage())
        .isEqualTo(Stage.LEAVING);
    assertThat(after(created(1, EXPIRY), deletionRequested(), new Event.Destroyed(3)).stage())
        .isEqualTo(Stage.DESTROYED);
    Life over = after(created(1, EXPIRY), deletionRequested(), new Event.Destroyed(3), deleted(1));
    assertThat(over.stage()).isEqualTo(Stage.OVER);
    assertThat(over.isLived()).isFalse();
    assertThat(made.isLived()).isTrue();
  }

  @Test
  void whatIsChangedOrMadeAgainNeedNotBeThereUntilItsProgramHasEnded() {
    assertThat(after(created(1, EXPIRY), PROVISIONED, updated(EXPIRY)).stage())
        .isEqualTo(Stage.UNFINISHED);
    Life again = after(created(1, EXPIRY), PROVISIONED, new Event.Retried(2, "me"));
    assertThat(again.stage()).isEqualTo(Stage.UNFINISHED);
    assertThat(again.attempt()).isEqualTo(2);
  }

  @Test
  void aRetryOfADeletionDoesNotTurnItBack() {
    Life life = after(created(1, EXPIRY), deletionRequested(), new Event.Retried(4, "me"));
    assertThat(life.stage()).isEqualTo(Stage.LEAVING);
    assertThat(life.attempt()).isEqualTo(4);
  }

  @Test
  void whereItLivesIsWhatItsSpecificationSays() {
    WorkspaceSpec spec = new WorkspaceSpec("namespace", Map.of("clusterStack", "host"), Map.of());
    assertThat(after(new Event.Created(1, 1, spec, "me", EXPIRY)).cluster()).isEqualTo("host");
  }

  @Test
  void theEndOfItsProtectionIsKnownAlsoWhenItIsTakenBack() {
    Event.Protected held = new Event.Protected(EXPIRY.plusSeconds(60), "me", "the demo runs");
    assertThat(after(created(1, EXPIRY), PROVISIONED).protectedUntil()).isEqualTo(Instant.EPOCH);
    assertThat(after(created(1, EXPIRY), PROVISIONED, held).protectedUntil())
        .isEqualTo(EXPIRY.plusSeconds(60));
    assertThat(
            after(created(1, EXPIRY), PROVISIONED, held, new Event.Unprotected("me"))
                .protectedUntil())
        .isEqualTo(NOW);
  }

  @Test
  void anEventThatComesAgainChangesNothing() {
    // given
    Tenures tenures = new Tenures((workspace, tenure) -> {});
    Lives lives = new Lives(tenures);
    tenures.learn(record(DEMO, 1, created(1, EXPIRY)), 0);
    tenures.learn(record(DEMO, 2, PROVISIONED), 0);
    // when
    tenures.learn(record(DEMO, 1, created(1, EXPIRY)), 0);
    // then
    assertThat(lives.of(DEMO).stage()).isEqualTo(Stage.PROVISIONED);
    assertThat(lives.lived()).containsExactly("demo");
    assertThat(lives.of("no such name!").stage()).isEqualTo(Stage.NEVER);
  }

  @Test
  void whoLivesInANamespaceIsKnownUntilItIsOver() {
    // given
    Tenures tenures = new Tenures((workspace, tenure) -> {});
    Lives lives = new Lives(tenures);
    tenures.learn(record(DEMO, 1, created(1, EXPIRY)), 0);
    assertThat(lives.inNamespace(ClusterName.DEFAULT, "demo")).isEmpty();
    // when
    tenures.learn(record(DEMO, 2, PROVISIONED), 0);
    // then
    assertThat(lives.inNamespace(ClusterName.DEFAULT, "demo")).contains(DEMO);
    assertThat(lives.inNamespace(new ClusterName("lab"), "demo")).isEmpty();
    // when
    tenures.learn(record(DEMO, 3, deletionRequested()), 0);
    tenures.learn(record(DEMO, 4, deleted(1)), 0);
    // then
    assertThat(lives.inNamespace(ClusterName.DEFAULT, "demo")).isEmpty();
  }

  private static Life after(LifecycleEvent... events) {
    Tenures tenures = new Tenures((workspace, tenure) -> {});
    long sequence = 0;
    for (LifecycleEvent event : List.of(events)) {
      sequence++;
      tenures.learn(Samples.record(DEMO, sequence, event), 0);
    }
    return new Lives(tenures).of(DEMO);
  }
}
