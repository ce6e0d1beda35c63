package dev.helium.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes in the records of the letters' topic, and knows each letter once with what became of it.
 */
final class LetterScan {
  private final int most;
  private final Map<Place, DeadLetter> letters = new HashMap<>();
  private final Map<Place, Standing> marks = new HashMap<>();
  private long foreign;
  private boolean full;

  /**
   * @param most letters to keep; those found later are only counted
   */
  LetterScan(int most) {
    this.most = most;
  }

  void take(ConsumerRecord<byte[], byte[]> record) {
    Optional<MarkFormat.Mark> mark = MarkFormat.read(record);
    if (mark.isPresent()) {
      marks.putIfAbsent(mark.get().place(), mark.get().standing());
      return;
    }
    Optional<DeadLetter> letter = LetterFormat.read(record);
    if (letter.isEmpty()) {
      foreign++;
    } else if (letters.size() < most) {
      letters.putIfAbsent(letter.get().place(), letter.get());
    } else if (!letters.containsKey(letter.get().place())) {
      full = true;
    }
  }

  Letters letters() {
    List<DeadLetter> all = new ArrayList<>();
    letters.forEach(
        (place, letter) -> {
          Standing standing = marks.get(place);
          all.add(standing == null ? letter : letter.with(standing));
        });
    all.sort(DeadLetter.AS_THEY_STOOD);
    return new Letters(all, foreign, full);
  }
}
