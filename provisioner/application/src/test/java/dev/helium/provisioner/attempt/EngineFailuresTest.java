package dev.helium.provisioner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.PreparationException;
import dev.helium.domain.FailureKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineFailuresTest {
  @ParameterizedTest
  @EnumSource(PreparationException.Kind.class)
  void whatCannotBeGotReadyIsTriedAgainUnlessOnlyAnotherInputHelps(PreparationException.Kind kind) {
    assertThat(EngineFailures.kind(kind).isPassing())
        .isEqualTo(kind != PreparationException.Kind.REFUSED);
  }

  @Test
  void eachReasonWhyARunCannotBeGotReadyIsCalledByItsOwnName() {
    assertThat(Arrays.stream(PreparationException.Kind.values()).map(EngineFailures::kind))
        .doesNotHaveDuplicates()
        .contains(FailureKind.SOURCE_UNAVAILABLE, FailureKind.CLUSTER_UNREACHABLE);
  }
}
