package dev.helium.deletion.tenure;

import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Every tenure that the log knows of. For one thread only. */
public final class Tenures {
  private static final Known NOTHING = new Known(Tenure.NONE, 0);

  private final Map<WorkspaceId, Known> tenures = new HashMap<>();
  private final BiConsumer<WorkspaceId, Tenure> changed;

  /** Takes who is told of each tenure after an event that changed it. */
  public Tenures(BiConsumer<WorkspaceId, Tenure> changed) {
    this.changed = Objects.requireNonNull(changed);
  }

  /** What is known of a workspace. */
  public Tenure of(WorkspaceId workspace) {
    return tenures.getOrDefault(workspace, NOTHING).tenure();
  }

  /** Takes in an event of the log; one that was taken in before changes nothing. */
  public void learn(EventRecord record) {
    Known before = tenures.getOrDefault(record.workspace(), NOTHING);
    if (record.event() instanceof LifecycleEvent event && record.sequence() > before.sequence()) {
      Tenure after = before.tenure().after(event, record.time());
      tenures.put(record.workspace(), new Known(after, record.sequence()));
      if (!after.equals(before.tenure())) {
        changed.accept(record.workspace(), after);
      }
    }
  }

  private record Known(Tenure tenure, long sequence) {}
}
