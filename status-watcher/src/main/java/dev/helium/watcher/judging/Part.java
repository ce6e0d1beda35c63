package dev.helium.watcher.judging;

import java.util.Objects;

/** What an object is to its workspace. */
public sealed interface Part {
  /** The namespace that the others live in. */
  record Home() implements Part {}

  /** Something that runs pods, or a pod that nothing runs. */
  record Workload() implements Part {}

  /**
   * A pod that a controller keeps.
   *
   * @param owner the controller as {@code Kind/name}: of a replica set's pod its deployment
   */
  record Member(String owner) implements Part {
    public Member {
      Objects.requireNonNull(owner, "owner");
    }
  }

  /** What workloads need beside them: claims, services, ingresses. */
  record Attachment() implements Part {}

  /** Done, on its way out, or not asked for: nothing waits for it. */
  record Bystander() implements Part {}
}
