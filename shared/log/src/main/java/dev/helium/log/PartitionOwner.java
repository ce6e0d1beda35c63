package dev.helium.log;

import io.vertx.core.Future;

/** Owns some of the partitions that a group shares. */
public interface PartitionOwner {
  /**
   * Gets ready for a partition; its records come when this has completed. When it fails it is
   * called again after a pause, for as long as the partition is this process's.
   */
  Future<Void> take(int partition);

  /** Whether records of the partition can be handled; when not, it has to be taken again. */
  boolean owns(int partition);

  /** From now on the partition belongs to somebody else. */
  void give(int partition);
}
