package dev.helium.domain;

/** Where to look when an attempt has failed, in one word for people, filters and metrics. */
public enum ReasonClass {
  /** The backend's program or its input. */
  PROGRAM,
  /** The cluster, or what it thinks of an object. */
  CLUSTER,
  /** Room that was granted is used up. */
  QUOTA,
  TIMEOUT,
  /** Helium's own engine or machinery. */
  ENGINE,
  /** Somebody wanted it to end. */
  REQUEST
}
