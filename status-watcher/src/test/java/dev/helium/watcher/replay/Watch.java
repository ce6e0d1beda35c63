package dev.helium.watcher.replay;

import dev.helium.watcher.judging.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The watch of one kind: in order, with repetitions, and begun again with a list now and then. */
final class Watch {
  private final List<Seen> events;
  private final Map<ObjectKey, HasMetadata> delivered = new HashMap<>();
  private int next;

  Watch(List<Seen> events) {
    this.events = events;
  }

  boolean isOver() {
    return next == events.size();
  }

  void deliver(Shown shown) {
    deliver(events.get(next++), shown);
  }

  void repeat(Shown shown) {
    if (next > 0) {
      deliver(events.get(next - 1), shown);
    }
  }

  /** Goes on from a list of what is there at the moment or later, in any order. */
  void relist(Shown shown, Random random) {
    next += random.nextInt(events.size() - next + 1);
    Map<ObjectKey, HasMetadata> there = new HashMap<>();
    events.subList(0, next).forEach(seen -> take(seen, there));
    List<HasMetadata> listed = new ArrayList<>(there.values());
    Collections.shuffle(listed, random);
    listed.forEach(shown::see);
    Set<ObjectKey> gone = new HashSet<>(delivered.keySet());
    gone.removeAll(there.keySet());
    gone.forEach(shown::lose);
    delivered.clear();
    delivered.putAll(there);
  }

  /** What it has shown, without what has gone. */
  Collection<HasMetadata> delivered() {
    return delivered.values();
  }

  private void deliver(Seen seen, Shown shown) {
    if (seen.deleted()) {
      shown.lose(seen.key());
    } else {
      shown.see(seen.object());
    }
    take(seen, delivered);
  }

  private static void take(Seen seen, Map<ObjectKey, HasMetadata> objects) {
    if (seen.deleted()) {
      objects.remove(seen.key());
    } else {
      objects.put(seen.key(), seen.object());
    }
  }
}
