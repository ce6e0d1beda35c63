package dev.helium.watcher.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProbePatienceTest {
  private static Probe probe(Integer delay, Integer period, Integer failures) {
    return new ProbeBuilder()
        .withInitialDelaySeconds(delay)
        .withPeriodSeconds(period)
        .withFailureThreshold(failures)
        .build();
  }

  @Test
  void lastsAtLeastTenSeconds() {
    assertThat(ProbePatience.of(new Container())).isEqualTo(Duration.ofSeconds(10));
    assertThat(ProbePatience.of(new ContainerBuilder().withReadinessProbe(probe(0, 1, 1)).build()))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void countsTheTriesOfBothProbes() {
    Container container =
        new ContainerBuilder()
            .withStartupProbe(probe(5, 10, 30))
            .withReadinessProbe(probe(null, null, null))
            .build();
    assertThat(ProbePatience.of(container)).isEqualTo(Duration.ofSeconds(5 + 300 + 30));
  }

  @Test
  void lastsADayAtMost() {
    Container container =
        new ContainerBuilder()
            .withStartupProbe(probe(0, Integer.MAX_VALUE, Integer.MAX_VALUE / 2))
            .build();
    assertThat(ProbePatience.of(container)).isEqualTo(Duration.ofDays(1));
  }
}
