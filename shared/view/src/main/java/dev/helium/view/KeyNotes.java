package dev.helium.view;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decided;
import dev.helium.domain.Decision;
import dev.helium.domain.EventRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What events say about the use of keys, as far as it still matters. */
final class KeyNotes {
  private final Map<String, KeyUse> uses = new LinkedHashMap<>();
  private long newest;

  void take(EventRecord record) {
    newest = Math.max(newest, record.time().toEpochMilli());
    if (record.cause() instanceof Cause.Commanded(CommandId command)
        && Decision.of(record.event()).isPresent()) {
      take(command, record.time());
    }
  }

  void take(Decided decided) {
    take(decided.command(), decided.at());
  }

  private void take(CommandId command, Instant at) {
    KeyedCommand.of(command)
        .ifPresent(
            keyed ->
                uses.merge(
                    keyed.key(),
                    new KeyUse(keyed.request(), at.toEpochMilli()),
                    (present, next) -> present.isBinding(next.at()) ? present : next));
  }

  int size() {
    return uses.size();
  }

  /** All that were taken since the last time, but for those that are over by now. */
  Map<String, KeyUse> drain() {
    Map<String, KeyUse> drained = new LinkedHashMap<>(uses);
    drained.values().removeIf(use -> !use.isBinding(newest));
    uses.clear();
    return drained;
  }
}
