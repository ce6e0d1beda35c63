package dev.helium.backends.helicone;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import io.fabric8.kubernetes.api.model.Probe;

/**
 * How it is found out whether components work. First starts are slow: what is made or brought to
 * its shape then has five minutes before it counts as stuck.
 */
final class Checks {
  private static final Timing STARTING = new Timing(0, 5, 2, 60);
  private static final Timing READY = new Timing(0, 10, 2, 3);
  private static final Timing ALIVE = new Timing(0, 20, 5, 3);

  private Checks() {}

  static void into(Component component, Part part) {
    switch (part) {
      case DB -> {
        // While it is being made it answers on a socket only. What recovers after a fall refuses
        // connections for long, and must not be killed for that.
        component.readiness(
            Probes.command(
                READY,
                "pg_isready",
                "--host",
                "127.0.0.1",
                "--port",
                "5432",
                "--username",
                "postgres"));
        component.startup(Probes.tcp(Services.portName(part), STARTING));
        component.liveness(Probes.tcp(Services.portName(part), ALIVE));
      }
      case REST -> {
        component.readiness(Probes.http("/ready", Supabase.ADMIN, READY));
        component.startup(Probes.http("/live", Supabase.ADMIN, STARTING));
        component.liveness(Probes.http("/live", Supabase.ADMIN, ALIVE));
      }
      case CLICKHOUSE,
          IMGPROXY,
          AUTH,
          REALTIME,
          META,
          STORAGE,
          FUNCTIONS,
          KONG,
          STUDIO,
          WEB,
          WORKER -> {
        component.readiness(of(part, READY));
        component.startup(of(part, STARTING));
        component.liveness(of(part, ALIVE));
      }
    }
  }

  private static Probe of(Part part, Timing timing) {
    return part.health().isEmpty()
        ? Probes.tcp(Services.portName(part), timing)
        : Probes.http(part.health(), Services.portName(part), timing);
  }
}
