package dev.helium.backends.helm.release;

import dev.helium.backends.helm.release.Scope.Placed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * In which order what a chart makes is made: definitions, hooks before, what pods need, what makes
 * pods, objects of further kinds, hooks after. Each turn comes when the one before is made; a hook
 * that runs (a job or a pod) is also waited for, when something comes after it.
 *
 * @param turns none of them empty
 * @param left hooks that never run here, such as {@code Job/clean (pre-delete)}
 */
public record ReleasePlan(List<List<Planned>> turns, List<String> left) {
  private static final Set<String> RUNNING = Set.of("Job", "Pod");
  private static final Set<String> WORKLOADS =
      Set.of(
          "CronJob",
          "DaemonSet",
          "Deployment",
          "HorizontalPodAutoscaler",
          "Job",
          "Pod",
          "ReplicaSet",
          "ReplicationController",
          "StatefulSet");

  public ReleasePlan {
    turns = List.copyOf(turns);
    left = List.copyOf(left);
  }

  /** What is left out, not all of it when that is much. */
  public String leftInWords() {
    return Words.some(left);
  }

  /**
   * An object in its turn.
   *
   * @param again whether it is made anew with every release: a hook that runs
   * @param awaited whether what comes after waits for it
   */
  public record Planned(ChartObject object, boolean namespaced, boolean again, boolean awaited) {}

  public static ReleasePlan of(List<Placed> objects, ReleaseState state) {
    List<List<Planned>> turns = new ArrayList<>();
    Set<String> left = new TreeSet<>();
    turns.add(chosen(objects, ReleasePlan::isDefinition, true));
    turns.addAll(hooks(objects, state, true));
    Predicate<ChartObject> own = object -> object.hook().isEmpty() && !isDefinition(object);
    Predicate<ChartObject> workload = object -> WORKLOADS.contains(object.kind());
    Predicate<ChartObject> further = ReleasePlan::isFurther;
    turns.add(chosen(objects, own.and(further.negate()).and(workload.negate()), false));
    turns.add(chosen(objects, own.and(further.negate()).and(workload), false));
    turns.add(chosen(objects, own.and(further), false));
    turns.addAll(hooks(objects, state, false));
    turns.removeIf(List::isEmpty);
    for (Placed each : objects) {
      each.object()
          .hook()
          .filter(hook -> hook.events().stream().noneMatch(ReleasePlan::isRun))
          .ifPresent(hook -> left.add(each.object().title() + " " + hook.events()));
    }
    return new ReleasePlan(lastUnawaited(turns), List.copyOf(left));
  }

  /** By weight; of one weight first what is only there, then what runs, one after the other. */
  private static List<List<Planned>> hooks(
      List<Placed> objects, ReleaseState state, boolean before) {
    Map<Integer, List<Placed>> byWeight = new TreeMap<>();
    for (Placed each : objects) {
      boolean running = RUNNING.contains(each.object().kind());
      each.object()
          .hook()
          .filter(hook -> state.calls(hook, running))
          .filter(hook -> before == state.isBefore(hook, running))
          .ifPresent(
              hook ->
                  byWeight.computeIfAbsent(hook.weight(), ignored -> new ArrayList<>()).add(each));
    }
    List<List<Planned>> turns = new ArrayList<>();
    for (List<Placed> weight : byWeight.values()) {
      turns.add(
          weight.stream()
              .filter(each -> !RUNNING.contains(each.object().kind()))
              .map(each -> new Planned(each.object(), each.namespaced(), false, false))
              .toList());
      weight.stream()
          .filter(each -> RUNNING.contains(each.object().kind()))
          .sorted(Comparator.comparing(each -> each.object().name()))
          .map(each -> List.of(new Planned(each.object(), each.namespaced(), true, true)))
          .forEach(turns::add);
    }
    return turns;
  }

  private static List<Planned> chosen(
      List<Placed> objects, Predicate<ChartObject> choice, boolean awaited) {
    return objects.stream()
        .filter(each -> choice.test(each.object()))
        .map(each -> new Planned(each.object(), each.namespaced(), false, awaited))
        .toList();
  }

  /** Nothing comes after it, and whether it is well the status watcher sees. */
  private static List<List<Planned>> lastUnawaited(List<List<Planned>> turns) {
    if (!turns.isEmpty()) {
      turns.set(
          turns.size() - 1,
          turns.getLast().stream()
              .map(each -> new Planned(each.object(), each.namespaced(), each.again(), false))
              .toList());
    }
    return turns;
  }

  private static boolean isDefinition(ChartObject object) {
    return object.hook().isEmpty() && object.kind().equals("CustomResourceDefinition");
  }

  /** Of a kind that is not Kubernetes' own, whose definition or controller may be in the chart. */
  private static boolean isFurther(ChartObject object) {
    String version = object.apiVersion();
    String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    return group.contains(".") && !group.endsWith(".k8s.io");
  }

  private static boolean isRun(String event) {
    return event.endsWith("-install") || event.endsWith("-upgrade");
  }
}
