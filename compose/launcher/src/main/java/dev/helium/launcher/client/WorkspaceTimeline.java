package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How long each stage of a workspace took or takes.
 *
 * @param kind creation, change or deletion; empty when there was never a workspace of the name
 * @param progress how many pods are ready, in words; may be empty
 * @param estimate when it will be ready, in words; may be empty
 */
public record WorkspaceTimeline(
    String state,
    String kind,
    int attempts,
    List<TimelineStage> stages,
    String progress,
    String estimate) {
  public WorkspaceTimeline {
    stages = List.copyOf(stages);
  }

  static WorkspaceTimeline of(JsonNode timeline) {
    return new WorkspaceTimeline(
        timeline.path("State").asText(),
        timeline.path("Kind").asText(),
        timeline.path("Attempts").asInt(),
        timeline.path("Stages").valueStream().map(TimelineStage::of).toList(),
        PodProgress.of(timeline.path("Progress")).text(),
        Outlook.of(timeline.path("Estimate")).text());
  }
}
