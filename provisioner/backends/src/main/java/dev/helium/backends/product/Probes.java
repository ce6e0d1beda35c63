package dev.helium.backends.product;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/** How it is found out whether a container works. Ports are named as the container's. */
public final class Probes {
  private Probes() {}

  public static Probe http(String path, String port, Timing timing) {
    return timing
        .probe()
        .withNewHttpGet()
        .withPath(path)
        .withPort(new IntOrString(port))
        .endHttpGet()
        .build();
  }

  public static Probe tcp(String port, Timing timing) {
    return timing.probe().withNewTcpSocket().withPort(new IntOrString(port)).endTcpSocket().build();
  }

  public static Probe command(Timing timing, String... words) {
    return timing.probe().withNewExec().withCommand(words).endExec().build();
  }

  /**
   * When it is asked; in seconds.
   *
   * @param failures in a row until the container counts as failed
   */
  public record Timing(int delay, int period, int timeout, int failures) {
    public static final Timing USUAL = new Timing(0, 10, 1, 3);

    /** The usual one but for a delay before the first, and the pause between two. */
    public static Timing of(int delay, int period) {
      return new Timing(delay, period, USUAL.timeout, USUAL.failures);
    }

    private ProbeBuilder probe() {
      return new ProbeBuilder()
          .withInitialDelaySeconds(delay == 0 ? null : delay)
          .withPeriodSeconds(period)
          .withTimeoutSeconds(timeout)
          .withFailureThreshold(failures);
    }
  }
}
