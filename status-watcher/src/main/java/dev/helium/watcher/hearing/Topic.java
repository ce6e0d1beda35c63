package dev.helium.watcher.hearing;

/** What an event is about. Of an object the newest word on a topic stands, whatever it says. */
public enum Topic {
  /** Whether pods can be created for a controller. */
  CREATION,
  /** Whether an autoscaler answers a pod without a node. */
  SCALING,
  /** What happens between a pod's node and its containers. */
  STARTING,
  /** Why an image does not come. */
  PULLING,
  /** What a probe that fails has met. */
  PROBING,
  /** What becomes of the volume for a claim. */
  VOLUME,
  /** What becomes of a load balancer. */
  BALANCING
}
