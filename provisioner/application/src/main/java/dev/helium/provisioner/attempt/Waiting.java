package dev.helium.provisioner.attempt;

import dev.helium.domain.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The jobs that wait, at most one for a workspace. By their kind, so that a worker who may begin
 * none of a kind does not look through thousands of it whenever something changes.
 */
final class Waiting {
  private final Map<Kind, Map<WorkspaceId, Job>> jobs = new HashMap<>();

  /** Has it wait in the place of what waits for the same workspace. */
  void put(Job job) {
    remove(job.workspace().id());
    jobs.computeIfAbsent(Kind.of(job), ignored -> new HashMap<>()).put(job.workspace().id(), job);
  }

  void remove(WorkspaceId workspace) {
    jobs.values().forEach(alike -> alike.remove(workspace));
    jobs.values().removeIf(Map::isEmpty);
  }

  Stream<Job> all() {
    return of(ignored -> true);
  }

  Stream<Job> of(Predicate<Kind> kinds) {
    return jobs.entrySet().stream()
        .filter(alike -> kinds.test(alike.getKey()))
        .flatMap(alike -> alike.getValue().values().stream());
  }

  int size() {
    return jobs.values().stream().mapToInt(Map::size).sum();
  }
}
