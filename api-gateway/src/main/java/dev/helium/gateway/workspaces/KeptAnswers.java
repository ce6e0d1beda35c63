package dev.helium.gateway.workspaces;

import dev.helium.domain.WorkspaceId;
import io.vertx.core.buffer.Buffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers about workspaces as they were encoded, each for as long as its view has as many events,
 * which are the same ones then; those that nobody asked for longest go first. What an answer says
 * has to follow from the view alone.
 */
final class KeptAnswers {
  /** What one takes beside its bytes, roughly. */
  private static final int OVERHEAD = 300;

  private final long most;
  private final Map<WorkspaceId, Kept> answers = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * @param most bytes
   */
  KeptAnswers(long most) {
    this.most = most;
  }

  synchronized Optional<Answer> find(WorkspaceId id, long events) {
    Kept kept = answers.get(id);
    return kept != null && kept.events() == events ? Optional.of(kept.answer()) : Optional.empty();
  }

  synchronized void keep(WorkspaceId id, long events, Answer answer) {
    Kept before = answers.put(id, new Kept(events, answer));
    bytes += size(answer) - (before == null ? 0 : size(before.answer()));
    Iterator<Kept> oldest = answers.values().iterator();
    while (bytes > most && oldest.hasNext()) {
      bytes -= size(oldest.next().answer());
      oldest.remove();
    }
  }

  private static long size(Answer answer) {
    return (long) answer.body().length() + OVERHEAD;
  }

  /**
   * What is sent.
   *
   * @param body must not be changed any more
   */
  record Answer(EntityTag tag, Buffer body) {}

  private record Kept(long events, Answer answer) {}
}
