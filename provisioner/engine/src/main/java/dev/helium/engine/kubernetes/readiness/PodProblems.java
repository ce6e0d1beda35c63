package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What keeps pods from being ready, in the words of their status. */
final class PodProblems {
  /** What every container goes through. */
  private static final Set<String> USUAL = Set.of("ContainerCreating", "PodInitializing", "");

  private static final int MOST = 10;

  private PodProblems() {}

  /** The problems of several pods, each said once. */
  static List<String> of(Collection<JsonNode> pods) {
    var all = new LinkedHashSet<String>();
    pods.forEach(pod -> all.addAll(of(pod)));
    return all.stream().limit(MOST).toList();
  }

  /** The problems of one pod; none while it is only starting. */
  static List<String> of(JsonNode pod) {
    var problems = new ArrayList<String>();
    var name = "pod " + pod.path("metadata").path("name").asText() + ": ";
    var scheduled = Conditions.find(pod, "PodScheduled");
    if ("False".equals(scheduled.path("status").asText())) {
      problems.add(name + Conditions.explain(scheduled));
    }
    for (var group : List.of("initContainerStatuses", "containerStatuses")) {
      for (var container : pod.path("status").path(group)) {
        var problem = problem(container);
        if (!problem.isEmpty()) {
          problems.add(name + container.path("name").asText() + " " + problem);
        }
      }
    }
    return problems;
  }

  private static String problem(JsonNode container) {
    if (container.path("ready").asBoolean()) {
      return "";
    }
    var waiting = container.path("state").path("waiting");
    var text = new StringBuilder();
    if (!USUAL.contains(waiting.path("reason").asText())) {
      text.append(Conditions.explain(waiting));
    }
    append(text, "ended", container.path("state").path("terminated"));
    append(text, "ended before", container.path("lastState").path("terminated"));
    return text.toString();
  }

  private static void append(StringBuilder text, String how, JsonNode terminated) {
    var code = terminated.path("exitCode").asInt();
    if (code != 0) {
      text.append(text.isEmpty() ? "" : ", ").append(how).append(" with exit code ").append(code);
      var reason = Conditions.explain(terminated);
      text.append(reason.isEmpty() ? "" : " (" + reason + ")");
    }
  }
}
