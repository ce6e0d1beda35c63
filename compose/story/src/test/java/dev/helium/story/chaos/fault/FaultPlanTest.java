package dev.helium.story.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static final Duration SESSION = Duration.ofSeconds(6);

  @Test
  void isTheSameForTheSameSeedAndAnotherOneForAnother() {
    assertThat(FaultPlan.of(7, 200)).isEqualTo(FaultPlan.of(7, 200));
    assertThat(FaultPlan.of(7, 200)).isNotEqualTo(FaultPlan.of(8, 200));
  }

  @Test
  void hitsEachVictimBeforeItGoesByChance() {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(FaultPlan.of(seed, Victim.all().size()))
          .flatExtracting(Fault::blows)
          .extracting(Blow::victim)
          .containsExactlyInAnyOrderElementsOf(Victim.all());
    }
  }

  @Test
  void countsBlowsAndNeverHitsTheSameVictimTwiceAtOnce() {
    for (int blows = 1; blows <= 60; blows++) {
      List<Fault> faults = FaultPlan.of(blows, blows);
      assertThat(faults).flatExtracting(Fault::blows).hasSize(blows);
      assertThat(faults)
          .extracting(Fault::blows)
          .allSatisfy(hits -> assertThat(hits).extracting(Blow::victim).doesNotHaveDuplicates());
    }
  }

  @Test
  void pausesForLongerThanASessionLastsAndOnlyWhatHasOne() {
    List<Fault> pauses =
        FaultPlan.of(3, 500).stream()
            .filter(fault -> fault.blows().stream().anyMatch(FaultPlanTest::isPause))
            .toList();
    assertThat(pauses).isNotEmpty().allMatch(fault -> fault.away().compareTo(SESSION) > 0);
    assertThat(pauses)
        .flatExtracting(Fault::blows)
        .filteredOn(FaultPlanTest::isPause)
        .extracting(blow -> blow.victim().label())
        .contains("provisioner", "provisioner-2")
        .doesNotContain("kafka", "kube-apiserver");
  }

  @Test
  void hitsTwoAtOnceAtTimes() {
    assertThat(FaultPlan.of(3, 200)).anyMatch(fault -> fault.blows().size() == 2);
  }

  private static boolean isPause(Blow blow) {
    return blow.kind() == Blow.Kind.PAUSE;
  }
}
