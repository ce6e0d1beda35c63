package dev.helium.backends.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Footprint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many pods there are, and what they ask for. */
final class ScalingTest {
  private static final long GIBIBYTE = 1L << 30;

  @ParameterizedTest
  @CsvSource({
    "posthog-web, 1, 10",
    "posthog-events, 1, 10",
    "posthog-worker, 1, 20",
    "posthog-plugins, 1, 10",
    "posthog-pgbouncer, 1, 10",
    "posthog-beat, 1, 1"
  })
  void forManyEventsPodsFollowTheirUse(String component, int least, int most) {
    // given
    Made made = Made.of("profile: over-1m-events");
    // when
    HorizontalPodAutoscaler autoscaler = made.the(HorizontalPodAutoscaler.class, component);
    // then
    assertThat(autoscaler.getSpec().getMinReplicas()).isEqualTo(least);
    assertThat(autoscaler.getSpec().getMaxReplicas()).isEqualTo(most);
    assertThat(made.the(Deployment.class, component).getSpec().getReplicas()).isNull();
    assertThat(made.container(component).getResources().getRequests().get("cpu"))
        .hasToString("100m");
  }

  @Test
  void withoutScalingTheNumberIsThatOfTheValuesAndNothingIsAskedFor() {
    // given
    Made made = Made.of("profile: under-1m-events");
    // then
    assertThat(made.objects()).noneMatch(HorizontalPodAutoscaler.class::isInstance);
    assertThat(made.the(Deployment.class, "posthog-web").getSpec().getReplicas()).isEqualTo(2);
    assertThat(made.container("posthog-web").getResources().getRequests()).isEmpty();
  }

  @Test
  void theSmallProfileFitsBesideOthersOnALaptop() {
    // when
    Footprint footprint = Made.BACKEND.footprint(new BackendInput(Map.of(), "profile: small"));
    // then
    assertThat(footprint.millicores()).isBetween(300L, 1000L);
    assertThat(footprint.bytes()).isBetween(GIBIBYTE, 3 * GIBIBYTE);
  }

  @Test
  void aUsersValueWinsOverItsProfile() {
    assertThat(
            Made.of("profile: under-1m-events\nweb: {replicacount: 5}")
                .the(Deployment.class, "posthog-web")
                .getSpec()
                .getReplicas())
        .isEqualTo(5);
  }
}
