package dev.helium.domain;

import java.util.Locale;

/** In what way log, clusters and state files do not agree. */
public enum OrphanKind {
  /** A namespace carries the label of a workspace whose life is over. */
  STRAY_NAMESPACE,
  /** A namespace carries the label of a workspace that never was, perhaps another Helium's. */
  UNKNOWN_NAMESPACE,
  /** Objects outside of its namespaces carry the label of a workspace that does not live. */
  STRAY_OBJECTS,
  /** There is the state of a stack whose workspace does not live. */
  STRAY_STACK,
  /** A workspace is on its way out, and for too long there has been no proof that it is gone. */
  UNPROVEN,
  /** The namespace of a living workspace is not there. */
  MISSING_NAMESPACE;

  /** As the API says it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
