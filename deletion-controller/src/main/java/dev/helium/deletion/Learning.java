package dev.helium.deletion;

import dev.helium.deletion.life.Lives;
import dev.helium.deletion.tenancy.Tenancy;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.tenure.Tenures;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.BiConsumer;

/** What the log says, and who is told of it. For one thread only. */
final class Learning {
  private final BiConsumer<WorkspaceId, Tenure> others;
  private final Lives lives = new Lives();
  private final Tenures tenures = new Tenures(this::changed);
  private final Tenancy tenancy;

  /**
   * @param expiry told of a tenure when it has changed or its tenants have
   * @param others told of a tenure when it has changed
   */
  Learning(
      BiConsumer<WorkspaceId, Tenure> expiry,
      BiConsumer<WorkspaceId, Tenure> others,
      InstantSource clock,
      MeterRegistry meters) {
    this.others = Objects.requireNonNull(others);
    this.tenancy = new Tenancy(tenures::of, expiry, clock, meters);
  }

  Lives lives() {
    return lives;
  }

  void learn(EventRecord record) {
    lives.learn(record);
    tenancy.lives(record.workspace(), lives.of(record.workspace()));
    tenures.learn(record);
  }

  private void changed(WorkspaceId workspace, Tenure tenure) {
    tenancy.changed(workspace, tenure);
    others.accept(workspace, tenure);
  }
}
