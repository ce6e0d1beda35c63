package dev.helium.watcher.judging;

import static dev.helium.watcher.judging.TestPods.LONG_AGO;
import static dev.helium.watcher.judging.TestPods.TAG;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class EndpointSliceJudgeTest {
  private static final Part BYSTANDER = new Part.Bystander();

  private static Part judge(EndpointSliceBuilder slice) {
    return new EndpointSliceJudge().judge(slice.build(), TAG).part();
  }

  @Test
  void leadsToPodsWhetherTheyAreReadyOrNot() {
    EndpointSliceBuilder slice =
        kept()
            .addNewEndpoint()
            .withAddresses("10.0.0.1")
            .withNewConditions()
            .withReady(false)
            .endConditions()
            .endEndpoint();
    assertThat(judge(slice)).isEqualTo(new Part.Route("web", Instant.MAX));
  }

  @Test
  void leadsNowhereSinceItLastChanged() {
    assertThat(judge(kept())).isEqualTo(new Part.Route("web", Instant.parse(LONG_AGO)));
    assertThat(
            judge(
                kept()
                    .editMetadata()
                    .addToAnnotations(
                        "endpoints.kubernetes.io/last-change-trigger-time", "2026-02-01T00:00:00Z")
                    .endMetadata()))
        .isEqualTo(new Part.Route("web", Instant.parse("2026-02-01T00:00:00Z")));
  }

  @Test
  void concernsNobodyWhenItsServiceIsHeadlessOrHasNoSelector() {
    assertThat(
            judge(
                kept()
                    .editMetadata()
                    .addToLabels("service.kubernetes.io/headless", "")
                    .endMetadata()))
        .isEqualTo(BYSTANDER);
    assertThat(
            judge(
                kept()
                    .editMetadata()
                    .removeFromLabels("endpointslice.kubernetes.io/managed-by")
                    .endMetadata()))
        .isEqualTo(BYSTANDER);
  }

  private static EndpointSliceBuilder kept() {
    return new EndpointSliceBuilder()
        .withNewMetadata()
        .withName("web-1")
        .withNamespace("demo")
        .withCreationTimestamp(LONG_AGO)
        .addToLabels("kubernetes.io/service-name", "web")
        .addToLabels("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io")
        .endMetadata()
        .withAddressType("IPv4");
  }
}
