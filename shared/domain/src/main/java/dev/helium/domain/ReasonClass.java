package dev.helium.domain;

import java.util.Objects;

/**
 * Where to look when an attempt has failed or a workspace is not ready, in one word for people,
 * filters and metrics.
 */
public enum ReasonClass {
  PROGRAM("the backend's program or its input"),
  CLUSTER("the cluster, or what it thinks of an object"),
  SOURCE("where what it is made of comes from, such as the host of a chart"),
  QUOTA("room that was granted is used up"),
  TIMEOUT("an attempt that took longer than allowed"),
  ENGINE("Helium's own engine or machinery"),
  REQUEST("somebody wanted it to end"),
  IMAGE("images and the registries they come from"),
  SCHEDULING("finding a node for a pod"),
  VOLUME("claims, and volumes on their way to a pod"),
  CONFIGURATION("what a container or a controller asks for and cannot get"),
  STARTING("containers that are on their way"),
  CRASH("containers that end when they should run"),
  MEMORY("containers that need more memory than they may have"),
  PROBE("containers that run and are not ready"),
  ROLLOUT("controllers that are bringing pods up to date"),
  JOB("work that has to be done once"),
  NODE("the machine under a pod"),
  NETWORK("addresses and the way from them to the pods"),
  DELETION("what is on its way out");

  private final String meaning;

  ReasonClass(String meaning) {
    this.meaning = Objects.requireNonNull(meaning);
  }

  /** Where to look, in a few words. */
  public String meaning() {
    return meaning;
  }
}
