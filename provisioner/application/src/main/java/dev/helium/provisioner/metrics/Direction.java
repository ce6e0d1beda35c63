package dev.helium.provisioner.metrics;

import dev.helium.domain.Lifecycle;
import dev.helium.domain.Workspace;
import dev.helium.service.metrics.Words;

/** What an attempt is for. */
public enum Direction {
  APPLY,
  DESTROY;

  /** Of the attempt that is due or under way. */
  static Direction of(Workspace workspace) {
    return workspace.lifecycle() instanceof Lifecycle.Destroying ? DESTROY : APPLY;
  }

  String word() {
    return Words.of(this);
  }
}
