package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.invalid;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.refused;
import static dev.helium.domain.Samples.shortening;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ShorteningTest {
  private static final Instant EARLIER = EXPIRY.minusSeconds(3600);

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void whatLivesIsShortenedAndWhatGoesIsNot(Lifecycle lifecycle) {
    // when
    Event event =
        only(DECIDER.decide(standing(lifecycle), shortening(at(EARLIER), "done with it"), NOW));
    // then
    Event shortened = new Event.ExpiryChanged(EARLIER, "bob", "done with it");
    Event expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Deleted ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Provisioning ignored -> shortened;
          case Lifecycle.Provisioned ignored -> shortened;
          case Lifecycle.ProvisioningFailed ignored -> shortened;
          case Lifecycle.Destroying ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.DestroyFailed ignored -> refused(RefusalReason.BEING_DELETED);
          case Lifecycle.Destroyed ignored -> refused(RefusalReason.BEING_DELETED);
        };
    assertThat(event).isEqualTo(expected);
  }

  @Test
  void aShorterLifeEndsBetweenNowAndThePresentExpiry() {
    assertThat(decided(new ExpiryRequest.Unspecified(), ""))
        .isEqualTo(invalid("expiry", "must be given"));
    assertThat(decided(at(EXPIRY), ""))
        .isEqualTo(invalid("expiry", "must lie before the present one, 2026-03-05T00:00:00Z"));
    assertThat(decided(at(NOW), "")).isEqualTo(invalid("expiry", "must lie in the future"));
    assertThat(decided(at(NOW.plusSeconds(1)), "")).isInstanceOf(Event.ExpiryChanged.class);
    assertThat(decided(at(EARLIER), "x".repeat(501)))
        .isEqualTo(invalid("why", "must have at most 500 characters"));
  }

  private static Event decided(ExpiryRequest expiry, String why) {
    Workspace workspace = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
    return only(DECIDER.decide(workspace, shortening(expiry, why), NOW));
  }

  private static ExpiryRequest at(Instant instant) {
    return new ExpiryRequest.At(instant);
  }
}
