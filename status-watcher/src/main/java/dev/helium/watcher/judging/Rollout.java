package dev.helium.watcher.judging;

import dev.helium.domain.ReadinessCode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * How far a controller has come with the pods it keeps.
 *
 * @param current whether its status speaks of what is wanted now
 * @param desired pods that are wanted
 * @param updated pods of the wanted revision
 * @param outdated pods of earlier revisions that still count
 * @param available pods that can serve
 */
record Rollout(boolean current, int desired, int updated, int outdated, int available) {
  private static final ReadinessCode CODE = ReadinessCode.ROLLOUT_IN_PROGRESS;

  Headway headway(HasMetadata controller) {
    return new Headway.OfController(
        desired,
        updated,
        available,
        PodHeadway.instant(controller.getMetadata().getCreationTimestamp()));
  }

  /** A controller writes the generation that its status speaks of. */
  static boolean isCurrent(Long generation, Long observed) {
    return generation == null || (observed != null && observed >= generation);
  }

  /** The count comes first: it is the same before and after the controller has looked. */
  List<Symptom> symptoms(Symptoms symptoms) {
    if (available < desired) {
      return List.of(symptoms.of(CODE, available + " of " + desired + " pods are available"));
    }
    if (!current) {
      return List.of(symptoms.of(CODE, "its controller has not looked at it yet"));
    }
    if (updated < desired) {
      return List.of(
          symptoms.of(CODE, updated + " of " + desired + " pods have been brought up to date"));
    }
    if (outdated > 0) {
      return List.of(symptoms.of(CODE, outdated + " pods of an earlier revision remain"));
    }
    return List.of();
  }
}
