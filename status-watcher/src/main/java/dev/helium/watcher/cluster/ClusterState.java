package dev.helium.watcher.cluster;

import java.util.Locale;

/** How a cluster is connected. */
enum ClusterState {
  /** Not everything that was in it has been seen. */
  STARTING,
  /** Every change is seen. */
  WATCHED,
  /** Changes may go unseen, but not for long yet. */
  INTERRUPTED,
  /** Nothing has been heard of it for longer than is waited for. */
  UNREACHABLE;

  /** The state that shows the same of the cluster's workspaces. */
  ClusterState shows() {
    return this == INTERRUPTED ? WATCHED : this;
  }

  /** As metrics say it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
