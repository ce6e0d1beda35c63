package dev.helium.deletion.tenancy;

import dev.helium.deletion.tenure.Life;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.WorkspaceId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a workspace from expiring while others live in the cluster that it made, and has it expire
 * at once when the last of them is proven gone: whoever acts on expiries, or announces them, is
 * told of such a one as if its time never came.
 *
 * <p>For one thread only.
 */
public final class Tenancy {
  private static final Logger LOG = LoggerFactory.getLogger(Tenancy.class);

  private final Function<WorkspaceId, Tenure> tenures;
  private final BiConsumer<WorkspaceId, Tenure> expiry;

  /** By the name of the cluster's workspace: who lives there, and until when. */
  private final Map<String, Map<WorkspaceId, Instant>> tenants = new HashMap<>();

  private final Map<WorkspaceId, String> homes = new HashMap<>();

  /** Those that are kept, and when their time is up; read by the gauge's thread too. */
  private final Map<WorkspaceId, Instant> held = new ConcurrentHashMap<>();

  /**
   * @param tenures what the log says of a workspace, for whoever acts for it
   * @param expiry told of each tenure as it is to be acted on
   */
  public Tenancy(
      Function<WorkspaceId, Tenure> tenures,
      BiConsumer<WorkspaceId, Tenure> expiry,
      InstantSource clock,
      MeterRegistry meters) {
    this.tenures = Objects.requireNonNull(tenures);
    this.expiry = Objects.requireNonNull(expiry);
    Gauge.builder("helium.deletion.clusters.held", held, all -> overdue(all, clock.instant()))
        .description("Clusters whose time is up and that are kept for their tenants")
        .register(meters);
  }

  /** Takes in what the log now says of a workspace. */
  public void changed(WorkspaceId workspace, Tenure tenure) {
    Map<WorkspaceId, Instant> living = tenants.getOrDefault(workspace.value(), Map.of());
    if (living.isEmpty() || tenure.stage() != Tenure.Stage.LIVING) {
      held.remove(workspace);
      expiry.accept(workspace, tenure);
      return;
    }
    held.put(workspace, tenure.endsAt());
    LOG.atInfo()
        .addKeyValue("workspace", workspace)
        .addKeyValue("expiry", tenure.endsAt())
        .addKeyValue("tenants", living)
        .log("its expiry is not acted on while others live in its cluster");
    expiry.accept(workspace, tenure.endless());
  }

  /**
   * True while others live in the cluster that a workspace made.
   *
   * @param workspace its name, which may be none that a workspace can have
   */
  public boolean hasTenants(String workspace) {
    return tenants.containsKey(workspace);
  }

  /** Takes in what the log now says of where a workspace lives. */
  public void lives(WorkspaceId tenant, Life life) {
    // Nobody is kept for its own sake.
    String home = life.isLived() && !life.cluster().equals(tenant.value()) ? life.cluster() : "";
    String before = homes.getOrDefault(tenant, "");
    if (!home.equals(before)) {
      leave(tenant, before);
      homes.remove(tenant);
    }
    if (home.isEmpty()) {
      return;
    }
    homes.put(tenant, home);
    Instant known =
        tenants.computeIfAbsent(home, ignored -> new TreeMap<>()).put(tenant, life.expiresAt());
    if (!life.expiresAt().equals(known)) {
      tell(home);
    }
  }

  private void leave(WorkspaceId tenant, String home) {
    Map<WorkspaceId, Instant> living = tenants.get(home);
    if (living != null) {
      living.remove(tenant);
      if (living.isEmpty()) {
        tenants.remove(home);
      }
      tell(home);
    }
  }

  private void tell(String home) {
    try {
      WorkspaceId host = new WorkspaceId(home);
      changed(host, tenures.apply(host));
    } catch (IllegalArgumentException notAName) {
      LOG.atDebug().addKeyValue("cluster", home).log("is no name that a workspace can have");
    }
  }

  private static int overdue(Map<WorkspaceId, Instant> held, Instant now) {
    return Math.toIntExact(held.values().stream().filter(until -> !until.isAfter(now)).count());
  }
}
