package dev.helium.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class QuotaPolicyTest {
  private static final QuotaRule EVERYBODY =
      new QuotaRule(
          quota(Map.of(Resource.WORKSPACES, 5L, Resource.CPU, 4_000L)),
          Map.of("posthog", quota(Map.of(Resource.WORKSPACES, 1L))));

  @Test
  void whatIsSaidOfAnOwnerCountsBeforeWhatIsSaidOfEverybodyLimitByLimit() {
    // given
    QuotaRule ada =
        new QuotaRule(
            quota(Map.of(Resource.WORKSPACES, 20L, Resource.LIFETIME, 60L)),
            Map.of(
                "posthog", quota(Map.of(Resource.MEMORY, 1L)),
                "hash", quota(Map.of(Resource.WORKSPACES, 2L))));
    QuotaPolicy policy = new QuotaPolicy(EVERYBODY, Map.of("ada", ada));
    // then
    assertThat(policy.of("bob")).isEqualTo(EVERYBODY);
    assertThat(policy.of("ada"))
        .isEqualTo(
            new QuotaRule(
                quota(
                    Map.of(Resource.WORKSPACES, 20L, Resource.CPU, 4_000L, Resource.LIFETIME, 60L)),
                Map.of(
                    "posthog", quota(Map.of(Resource.WORKSPACES, 1L, Resource.MEMORY, 1L)),
                    "hash", quota(Map.of(Resource.WORKSPACES, 2L)))));
    assertThat(policy.backends()).containsExactly("hash", "posthog");
  }

  @Test
  void anOwnerCanBeFreedOfALimitAndOfAll() {
    // given
    QuotaRule free =
        new QuotaRule(
            quota(Map.of(Resource.WORKSPACES, Quota.UNLIMITED, Resource.CPU, Quota.UNLIMITED)),
            Map.of("posthog", quota(Map.of(Resource.WORKSPACES, Quota.UNLIMITED))));
    QuotaPolicy policy = new QuotaPolicy(EVERYBODY, Map.of("root", free));
    // then
    assertThat(policy.of("root").isNone()).isTrue();
    assertThat(policy.isAsked("root")).isFalse();
    assertThat(policy.isAsked("bob")).isTrue();
    assertThat(policy.isNone()).isFalse();
  }

  @Test
  void whereNothingIsLimitedNobodyIsAsked() {
    // given
    QuotaPolicy nothing =
        new QuotaPolicy(
            new QuotaRule(quota(Map.of(Resource.CPU, Quota.UNLIMITED)), Map.of()),
            Map.of("ada", QuotaRule.NOTHING_SAID));
    // then
    assertThat(QuotaPolicy.NONE.isNone()).isTrue();
    assertThat(nothing.isNone()).isTrue();
    assertThat(nothing.isAsked("ada")).isFalse();
    assertThat(QuotaPolicy.NONE.of("ada").countsFootprints()).isFalse();
    assertThat(EVERYBODY.countsFootprints()).isTrue();
  }

  @Test
  void aLimitBelowNothingIsNone() {
    assertThatThrownBy(() -> quota(Map.of(Resource.CPU, -1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Footprint(-1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Quota quota(Map<Resource, Long> limits) {
    return new Quota(limits);
  }
}
