package dev.helium.watcher.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What an object is to its workspace. */
public sealed interface Part {
  /**
   * The namespace that the others live in.
   *
   * @param settle how long all must have been fine before the workspace is ready; {@link #UNSAID}
   *     when the namespace does not say
   * @param bare whether nothing is to run in it
   */
  record Home(Duration settle, boolean bare) implements Part {
    public static final Duration UNSAID = Duration.ofSeconds(-1);

    public Home {
      Objects.requireNonNull(settle, "settle");
    }

    public Home(Duration settle) {
      this(settle, false);
    }

    public Home() {
      this(UNSAID);
    }
  }

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

  /**
   * Where a service leads to, in the words of the controller that looks for its pods.
   *
   * @param service its name
   * @param emptySince since when it leads to no pod; {@link Instant#MAX} when it does
   */
  record Route(String service, Instant emptySince) implements Part {
    public Route {
      Objects.requireNonNull(service, "service");
      Objects.requireNonNull(emptySince, "emptySince");
    }
  }

  /** Done, on its way out, or not asked for: nothing waits for it. */
  record Bystander() implements Part {}
}
