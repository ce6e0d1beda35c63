package dev.helium.provisioner.metrics;

import dev.helium.service.metrics.KnownNames;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;

/** All that the provisioner measures. */
public record ProvisionerMeters(
    DecisionMeters decisions, AttemptMeters attempts, EngineMeters engine) {
  public ProvisionerMeters {
    Objects.requireNonNull(decisions, "decisions");
    Objects.requireNonNull(attempts, "attempts");
    Objects.requireNonNull(engine, "engine");
  }

  /**
   * All of one registry.
   *
   * @param backends of the catalogue
   */
  public static ProvisionerMeters of(MeterRegistry meters, KnownNames backends) {
    return new ProvisionerMeters(
        new DecisionMeters(meters, backends),
        new AttemptMeters(meters, backends),
        new EngineMeters(meters));
  }
}
