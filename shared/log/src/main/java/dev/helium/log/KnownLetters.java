package dev.helium.log;

import dev.helium.wire.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * What was put aside before, by partition, so that each replay of the events does not put the same
 * ones aside once more. Only a saving: a letter that is there twice is listed once.
 */
final class KnownLetters {
  private static final Duration LONGEST_READ = Duration.ofSeconds(30);

  /** Of a partition. Those beyond would be put aside again by each replay. */
  private static final int MOST = 10_000;

  private final LogSettings settings;
  private final Map<Integer, Set<Place>> places = new ConcurrentHashMap<>();

  KnownLetters(LogSettings settings) {
    this.settings = settings;
  }

  /** Blocks while a partition is looked at for the first time. */
  boolean has(Place place) throws LogUnavailableException {
    Set<Place> known = places.get(place.partition());
    if (known == null) {
      known = read(place.partition());
      places.put(place.partition(), known);
    }
    return known.contains(place);
  }

  void add(Place place) {
    Set<Place> known = places.get(place.partition());
    if (known != null && known.size() < MOST) {
      known.add(place);
    }
  }

  private Set<Place> read(int partition) throws LogUnavailableException {
    LetterScan scan = new LetterScan(MOST);
    TopicPartition box = new TopicPartition(Topics.DEAD_LETTERS, partition);
    try (LetterReader reader = new LetterReader(settings, LONGEST_READ)) {
      Long end = reader.ends().get(box);
      if (end != null) {
        reader.read(Map.of(box, end), scan::take);
      }
    }
    Set<Place> found = ConcurrentHashMap.newKeySet();
    scan.letters().all().forEach(letter -> found.add(letter.place()));
    return found;
  }
}
