package dev.helium.watcher.judging;

import dev.helium.domain.Milestones;
import java.time.Instant;
import java.util.Objects;

/** How far an object has come with what runs. */
public sealed interface Headway {
  /** Nothing runs in it. */
  record None() implements Headway {}

  /**
   * Of a controller, as its status counts pods.
   *
   * @param updated pods of the wanted revision; of a job, all
   * @param available pods that can serve; of a job, those that have succeeded
   * @param since when it was made
   */
  record OfController(int wanted, int updated, int available, Instant since) implements Headway {
    public OfController {
      Objects.requireNonNull(since, "since");
    }
  }

  /**
   * Of a pod.
   *
   * @param since when it last turned ready or not ready, or else was made
   * @param scheduled when it got its node; {@link Milestones#UNKNOWN} before that
   * @param started when the last of its containers first ran, as far as that is remembered; {@link
   *     Milestones#UNKNOWN} before that
   */
  record OfPod(Instant since, Instant scheduled, Instant started) implements Headway {
    public OfPod {
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(scheduled, "scheduled");
      Objects.requireNonNull(started, "started");
    }
  }
}
