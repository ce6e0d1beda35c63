package dev.helium.story.chaos;

import static dev.helium.story.chaos.Journals.START;
import static dev.helium.story.chaos.Journals.created;
import static dev.helium.story.chaos.Journals.provisioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.cluster.component.Component;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.story.chaos.fault.Blow;
import dev.helium.story.chaos.fault.Fault;
import dev.helium.story.chaos.fault.Struck;
import dev.helium.story.chaos.fault.Victim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakeoverTest {
  private static final Blow PROVISIONER =
      new Blow(Blow.Kind.KILL, new Victim.Service(ServiceInstance.provisioner(1)));
  private static final Blow API_SERVER =
      new Blow(Blow.Kind.KILL, new Victim.Program(Component.KUBE_APISERVER));

  /** Half a second after the first entry, and so before the second. */
  private static final Instant BETWEEN = START.plusMillis(1_500);

  @Test
  void lastsFromTheBlowToTheNextEventByAnotherOwner() {
    // given
    Journals log =
        new Journals()
            .happened("create", created(1, 1))
            .takenOver()
            .happened("create", provisioned(1));

    // when / then
    assertThat(Takeover.after(struck(PROVISIONER), log.journal()))
        .containsExactly(new Takeover(1, true, "chaos-01", Duration.ofMillis(500)));
    assertThat(Takeover.after(struck(PROVISIONER, API_SERVER), log.journal()))
        .extracting(Takeover::alone)
        .containsExactly(false);
  }

  @Test
  void isNoneWhenTheOwnerWasNotHitOrNothingWasUnderWay() {
    Journals same =
        new Journals().happened("create", created(1, 1)).happened("create", provisioned(1));
    Journals idle =
        new Journals()
            .happened("create", created(1, 1))
            .happened("create", provisioned(1))
            .takenOver()
            .happened("delete", Journals.deletionRequested(2));

    assertThat(Takeover.after(struck(PROVISIONER), same.journal())).isEmpty();
    assertThat(Takeover.after(struck(API_SERVER), same.takenOver().journal())).isEmpty();
    assertThat(
            Takeover.after(
                new Struck(
                    1,
                    new Fault(List.of(PROVISIONER), Duration.ZERO, Duration.ZERO),
                    BETWEEN.plusSeconds(1),
                    Duration.ZERO,
                    List.of()),
                idle.journal()))
        .isEmpty();
  }

  private static Struck struck(Blow... blows) {
    return new Struck(
        1,
        new Fault(List.of(blows), Duration.ZERO, Duration.ZERO),
        BETWEEN,
        Duration.ZERO,
        List.of());
  }
}
