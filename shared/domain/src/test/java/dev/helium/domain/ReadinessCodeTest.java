package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReadinessCodeTest {
  @ParameterizedTest
  @EnumSource(ReadinessCode.class)
  void aReasonHasTheClassAndTheWayOnOfItsCode(ReadinessCode code) {
    // given
    Reason reason = reason(code.kind(), code.word());
    // then
    assertThat(ReadinessCode.find(code.word())).contains(code);
    assertThat(reason.reasonClass()).isEqualTo(code.reasonClass());
    assertThat(reason.wayOn()).isEqualTo(code.wayOn());
  }

  @ParameterizedTest
  @EnumSource(ReadinessCode.class)
  void everyCodeSaysWhatItMeansAndWhatToDoInWholeSentences(ReadinessCode code) {
    assertThat(code.meaning()).endsWith(".").doesNotContain("|");
    assertThat(code.wayOn()).endsWith(".").doesNotContain("|");
  }

  @ParameterizedTest
  @EnumSource(ReadinessCode.class)
  void noFatalCodeOnlyTellsPeopleToWait(ReadinessCode code) {
    assertThat(code.kinds().contains(ReasonKind.FATAL) && code.wayOn().startsWith("Wait:"))
        .isFalse();
  }

  @Test
  void aWordOfTheClusterThatIsNotKnownHasTheWayOnOfItsKind() {
    for (ReasonKind kind : ReasonKind.values()) {
      Reason reason = reason(kind, "Unheard");
      assertThat(reason.wayOn()).isEqualTo(kind.wayOn());
      assertThat(reason.reasonClass()).isEqualTo(ReasonClass.CLUSTER);
    }
  }

  @Test
  void everyKindIsInTheCatalogue() {
    EnumSet<ReasonKind> kinds = EnumSet.noneOf(ReasonKind.class);
    Arrays.stream(ReadinessCode.values()).forEach(code -> kinds.addAll(code.kinds()));
    assertThat(kinds).containsExactlyInAnyOrder(ReasonKind.values());
  }

  private static Reason reason(ReasonKind kind, String code) {
    return new Reason(kind, "Pod/web", code, "because");
  }
}
