package dev.helium.watcher.judging;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Says what one object of a kind means for its workspace. Pure, and never throws. */
@FunctionalInterface
public interface Judge<T extends HasMetadata> {
  Finding judge(T object, Tag tag);

  /** True for an object that is on its way out. */
  static boolean isDeleting(HasMetadata object) {
    return object.getMetadata().getDeletionTimestamp() != null;
  }

  /** Counts are left out of a status while they are zero. */
  static int count(Integer value) {
    return value == null ? 0 : value;
  }

  /** Texts are left out when there is nothing to say. */
  static String text(String value) {
    return value == null ? "" : value;
  }
}
