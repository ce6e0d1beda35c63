package dev.helium.watcher.hearing;

import dev.helium.watcher.judging.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The newest word on each topic of the objects that were spoken of last. Not safe for use from
 * several threads.
 */
public final class Words {
  /** As long as an API server keeps its events; only words themselves make time pass here. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final int most;
  private final LinkedHashMap<ObjectKey, Map<Topic, Word>> byObject = new LinkedHashMap<>();
  private Instant newest = Instant.EPOCH;

  /**
   * @param most how many objects are remembered; those that nobody has spoken of for longest are
   *     forgotten first
   */
  public Words(int most) {
    this.most = most;
  }

  /** True when it is news and not a repetition. */
  public boolean put(Word word) {
    if (word.at().isAfter(newest)) {
      newest = word.at();
    }
    Map<Topic, Word> topics = byObject.remove(word.about());
    if (topics == null) {
      topics = new EnumMap<>(Topic.class);
    }
    byObject.put(word.about(), topics);
    Word before = topics.get(word.topic());
    boolean outdated = before != null && before.at().isAfter(word.at());
    if (!outdated) {
      topics.put(word.topic(), word);
    }
    forgetOld();
    return !outdated && (before == null || !before.saysTheSameAs(word));
  }

  /** What is known of an object that is gone does not concern the next one of its name. */
  public void forget(ObjectKey about) {
    byObject.remove(about);
  }

  public Map<Topic, Word> about(ObjectKey object) {
    return byObject.getOrDefault(object, Map.of());
  }

  /** Every word, those of objects that were spoken of last coming last. */
  public Stream<Word> all() {
    return byObject.values().stream().flatMap(topics -> topics.values().stream());
  }

  public int size() {
    return byObject.size();
  }

  private void forgetOld() {
    Instant limit = newest.minus(LONGEST);
    Iterator<Map<Topic, Word>> eldest = byObject.values().iterator();
    while (eldest.hasNext()) {
      Map<Topic, Word> topics = eldest.next();
      boolean old = topics.values().stream().allMatch(word -> word.at().isBefore(limit));
      if (!old && byObject.size() <= most) {
        return;
      }
      eldest.remove();
    }
  }
}
