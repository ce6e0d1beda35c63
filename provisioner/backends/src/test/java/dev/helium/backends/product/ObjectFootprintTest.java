package dev.helium.backends.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Footprint;
import dev.helium.backends.sample.SampleBackend;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ObjectFootprintTest {
  private static final long MEBI = 1024L * 1024;

  @Test
  void replicasTimesWhatAPodAsksFor() {
    assertThat(footprint(main("250m", "64Mi").replicas(3).deployment()))
        .isEqualTo(new Footprint(750, 3 * 64 * MEBI));
    assertThat(footprint(main("1", "1G").replicas(0).deployment())).isEqualTo(new Footprint(0, 0));
  }

  @Test
  void aLimitWithoutARequestIsOne() {
    assertThat(
            footprint(
                Component.of("web", "example")
                    .resources(Resources.of("", "", "2", "1Gi"))
                    .deployment()))
        .isEqualTo(new Footprint(2000, 1024 * MEBI));
  }

  @Test
  void initialContainersCountWhenTheyAskForMoreThanAllThatRunsLater() {
    assertThat(
            footprint(
                main("100m", "64Mi")
                    .before(container("first", "1", "1Mi", null))
                    .before(container("second", "200m", "128Mi", null))
                    .deployment()))
        .isEqualTo(new Footprint(1000, 128 * MEBI));
  }

  @Test
  void whatIsStartedFirstAndGoesOnCountsBesideEverythingAfterIt() {
    assertThat(
            footprint(
                main("100m", "64Mi")
                    .before(container("beside", "300m", "32Mi", "Always"))
                    .before(container("first", "50m", "128Mi", null))
                    .deployment()))
        .isEqualTo(new Footprint(400, 160 * MEBI));
  }

  @Test
  void anAutoscalerCountsWithItsMinimumAndAJobWhileItRuns() {
    // given three of 250m by the autoscaler, a store of 100m, a job of 1
    assertThat(new SampleBackend().footprint(new BackendInput(Map.of(), "")))
        .isEqualTo(new Footprint(3 * 250 + 100 + 1000, (3 * 64 + 1024 + 32) * MEBI));
  }

  @Test
  void whatIsNotTakenAsksForNothing() {
    assertThat(new SampleBackend().footprint(new BackendInput(Map.of(), "web: []")))
        .isEqualTo(Footprint.UNKNOWN);
  }

  private static Component main(String cpu, String memory) {
    return Component.of("web", "example").resources(Resources.requests(cpu, memory));
  }

  private static Container container(String name, String cpu, String memory, String restart) {
    return new ContainerBuilder()
        .withName(name)
        .withResources(Resources.requests(cpu, memory))
        .withRestartPolicy(restart)
        .build();
  }

  private static Footprint footprint(HasMetadata object) {
    return ObjectFootprint.of(List.of(ObjectTree.of(object)));
  }
}
