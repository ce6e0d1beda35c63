package dev.helium.watcher.replay;

import dev.helium.watcher.judging.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** An object as a watch delivered it. */
record Seen(HasMetadata object, boolean deleted) {
  ObjectKey key() {
    return ObjectKey.of(object);
  }

  String kind() {
    return object.getKind();
  }
}
