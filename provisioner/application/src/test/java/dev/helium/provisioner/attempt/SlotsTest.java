package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SlotsTest {
  static IntStream enoughToShare() {
    return IntStream.rangeClosed(3, 64);
  }

  @ParameterizedTest
  @CsvSource({"1,1,1,1", "2,1,2,1", "3,2,2,1", "4,3,3,2", "8,6,6,4", "64,48,48,36"})
  void aQuarterIsLeftToOthers(int all, int deletions, int ofOneCluster, int deletionsOfOneCluster) {
    // given
    Slots slots = new Slots(all);
    // then
    assertThat(slots.deletions()).isEqualTo(deletions);
    assertThat(slots.ofOneCluster()).isEqualTo(ofOneCluster);
    assertThat(slots.deletionsOfOneCluster()).isEqualTo(deletionsOfOneCluster);
  }

  @ParameterizedTest
  @MethodSource("enoughToShare")
  void nobodyHasAllThatOthersNeed(int all) {
    // given
    Slots slots = new Slots(all);
    // then creations find a slot, in the same cluster too, and so do deletions of other clusters
    assertThat(slots.deletions()).isBetween(1, all - 1);
    assertThat(slots.ofOneCluster()).isBetween(1, all - 1);
    assertThat(slots.deletionsOfOneCluster()).isBetween(1, slots.ofOneCluster() - 1);
    assertThat(slots.deletionsOfOneCluster()).isLessThan(slots.deletions());
  }

  @Test
  void withoutASlotNothingRuns() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Slots(0));
  }
}
