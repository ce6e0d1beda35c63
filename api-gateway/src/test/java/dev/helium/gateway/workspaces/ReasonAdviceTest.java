package dev.helium.gateway.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReasonAdviceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ImagePullBackOff",
        "CreateContainerConfigError",
        "OOMKilled",
        "CrashLoopBackOff",
        "Unhealthy",
        "QuotaExceeded",
        "FailedCreate",
        "ProgressDeadlineExceeded",
        "Unschedulable",
        "JobFailed",
        "ClaimLost",
        "NodeNotReady",
        "Provisioning"
      })
  void whatNeedsSomethingElseThanWaitingHasAnAdviceOfItsOwn(String code) {
    for (ReasonKind kind : ReasonKind.values()) {
      assertThat(advice(kind, code)).isNotEqualTo(advice(kind, "Unheard")).endsWith(".");
    }
  }

  @Test
  void aWordOfTheClusterThatIsNotKnownHasTheAdviceOfItsKind() {
    // given
    Set<String> advice = new HashSet<>();
    // when
    for (ReasonKind kind : ReasonKind.values()) {
      advice.add(advice(kind, "Unheard"));
    }
    // then
    assertThat(advice).hasSize(ReasonKind.values().length);
  }

  private static String advice(ReasonKind kind, String code) {
    return ReasonAdvice.of(new Reason(kind, "Pod/web", code, "because"));
  }
}
