package dev.helium.gateway.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.DeletionReason;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Lifecycle;
import dev.helium.gateway.expiry.Leaving.State;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeavingTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final DeletionReason EXPIRED = new DeletionReason.Expired(NOW);
  private static final Failure FAILURE = new Failure(FailureKind.TIMED_OUT, "It took too long.");

  static Stream<Lifecycle> living() {
    return Stream.of(
        new Lifecycle.Provisioning(1, 0, NOW),
        new Lifecycle.Provisioned(1, Map.of()),
        new Lifecycle.ProvisioningFailed(1, FAILURE));
  }

  static Stream<Arguments> leaving() {
    return Stream.of(
        Arguments.of(
            new Lifecycle.Destroying(2, 0, NOW, EXPIRED),
            State.DELETING,
            "Its time is up. Attempt 2 destroys what it is made of."),
        Arguments.of(
            new Lifecycle.Destroying(2, 3, NOW, new DeletionReason.Requested()),
            State.DELETING,
            "Somebody asked for its deletion. Attempts to destroy what it is made of that failed so"
                + " far: 3; the next is due at 2026-03-04T05:06:07Z."),
        Arguments.of(
            new Lifecycle.Destroyed(2, EXPIRED),
            State.UNPROVEN,
            "Its time is up. What it was made of is destroyed; the cluster is searched until"
                + " nothing of it is left."),
        Arguments.of(
            new Lifecycle.DestroyFailed(2, FAILURE, new DeletionReason.Swept(1)),
            State.FAILED,
            "Something of an earlier life was found left over. It could not be deleted: It took too"
                + " long. Nothing happens until somebody retries or asks for its deletion again."));
  }

  @ParameterizedTest
  @MethodSource("living")
  void whatLivesIsToComeUntilItsInstantAndDueFromThenOn(Lifecycle lifecycle) {
    // given, when, then
    assertThat(Leaving.of(lifecycle, NOW, NOW.minusMillis(1)).state()).isEqualTo(State.TO_COME);
    assertThat(Leaving.of(lifecycle, NOW, NOW).state()).isEqualTo(State.DUE);
  }

  @ParameterizedTest
  @MethodSource("leaving")
  void whatLeavesSaysHowFarItIsWhateverTheTime(Lifecycle lifecycle, State state, String why) {
    // given
    Leaving wanted = new Leaving(state, why);
    // when, then
    assertThat(Leaving.of(lifecycle, NOW, NOW.minusSeconds(1))).isEqualTo(wanted);
    assertThat(Leaving.of(lifecycle, NOW, NOW.plusSeconds(1))).isEqualTo(wanted);
  }

  @Test
  void statesAreWordsOfTheContract() {
    assertThat(Stream.of(State.values()).map(State::word))
        .containsExactly("to-come", "due", "deleting", "unproven", "failed");
  }
}
