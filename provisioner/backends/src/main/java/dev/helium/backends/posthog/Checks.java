package dev.helium.backends.posthog;

import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.Probe;

/** Probes whose timing people may set, as Kubernetes names it. */
final class Checks {
  private Checks() {}

  static Probe web(Values values) {
    return Probes.http("/_health/", "http", timing(values));
  }

  static Timing timing(Values values) {
    return new Timing(
        values.number("initialDelaySeconds"),
        values.number("periodSeconds"),
        values.number("timeoutSeconds"),
        values.number("failureThreshold"));
  }
}
