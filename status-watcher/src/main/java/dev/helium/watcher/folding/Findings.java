package dev.helium.watcher.folding;

import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.hearing.Elaboration;
import dev.helium.watcher.hearing.Topic;
import dev.helium.watcher.hearing.Word;
import dev.helium.watcher.hearing.Words;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.ObjectKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The newest finding about every object, by workspace. Safe for use from any thread.
 *
 * <p>It holds one small record per labelled object of the cluster and nothing of the object itself,
 * and of what events say the newest about a bounded number of objects.
 */
public final class Findings {
  private static final int MOST_SPOKEN_OF = 10_000;

  /** Events can come a little earlier than the namespace that they happen in. */
  private static final int MOST_STRANGERS = 200;

  private final Map<WorkspaceId, Map<ObjectKey, Finding>> byWorkspace = new HashMap<>();
  private final Map<ObjectKey, WorkspaceId> places = new HashMap<>();
  private final Words words = new Words(MOST_SPOKEN_OF);
  private final Words strangers = new Words(MOST_STRANGERS);

  /** Returns the workspaces for which this is news; an object can move from one to another. */
  public synchronized Set<WorkspaceId> put(Finding finding) {
    WorkspaceId workspace = finding.tag().workspace();
    WorkspaceId before = places.put(finding.key(), workspace);
    Finding replaced =
        byWorkspace
            .computeIfAbsent(workspace, ignored -> new HashMap<>())
            .put(finding.key(), finding);
    if (before != null && !before.equals(workspace)) {
      take(before, finding.key());
      return Set.of(before, workspace);
    }
    return finding.equals(replaced) ? Set.of() : Set.of(workspace);
  }

  /** Returns the workspace for which this is news, if any. */
  public synchronized Set<WorkspaceId> remove(ObjectKey key) {
    words.forget(key);
    strangers.forget(key);
    WorkspaceId workspace = places.remove(key);
    if (workspace == null) {
      return Set.of();
    }
    take(workspace, key);
    return Set.of(workspace);
  }

  /** Takes in what an event says; returns the workspace for which this is news, if any. */
  public synchronized Set<WorkspaceId> hear(Word word) {
    boolean known = places.containsKey(ObjectKey.namespace(word.about().namespace()));
    boolean news = (known ? words : strangers).put(word);
    WorkspaceId workspace = places.get(word.about());
    return news && workspace != null ? Set.of(workspace) : Set.of();
  }

  /**
   * Takes in what was heard through an earlier connection to the same cluster about objects that
   * are still there, as nobody says it again. What was heard since stands.
   */
  public void remember(Findings before) {
    List<Word> heard = before.heard();
    synchronized (this) {
      heard.stream().filter(word -> places.containsKey(word.about())).forEach(this::hear);
    }
  }

  private synchronized List<Word> heard() {
    return words.all().toList();
  }

  /** With what events say of them. */
  public synchronized List<Finding> of(WorkspaceId workspace) {
    return byWorkspace.getOrDefault(workspace, Map.of()).values().stream()
        .map(this::elaborated)
        .toList();
  }

  private Finding elaborated(Finding finding) {
    Map<Topic, Word> heard = words.about(finding.key());
    return Elaboration.of(finding, heard.isEmpty() ? strangers.about(finding.key()) : heard);
  }

  /** How many objects are known. */
  public synchronized int size() {
    return places.size();
  }

  private void take(WorkspaceId workspace, ObjectKey key) {
    Map<ObjectKey, Finding> rest = byWorkspace.get(workspace);
    rest.remove(key);
    if (rest.isEmpty()) {
      byWorkspace.remove(workspace);
    }
  }
}
