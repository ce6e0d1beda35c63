package dev.helium.bench.kept;

import dev.helium.bench.row.Measure;
import dev.helium.bench.row.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The best ratio that was kept of some work beside a peer, and when it was measured. The next one
 * is compared with it: beside the last one alone, several small steps would each pass.
 */
public record Best(String work, String who, double ratio, String commit, LocalDate date) {
  /** How many times worse something may be: as much is by chance. */
  private static final double TOLERATED = 1.1;

  public Best {
    Objects.requireNonNull(work, "work");
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(date, "date");
  }

  /** The ratios of a row. */
  static List<Best> of(Row row, String commit, LocalDate date) {
    return row.measures().stream().flatMap(measure -> of(measure, commit, date).stream()).toList();
  }

  /** The ratio of a measure; empty where it has none. */
  static Optional<Best> of(Measure measure, String commit, LocalDate date) {
    return measure
        .peer()
        .map(
            peer ->
                new Best(measure.work(), peer.who(), measure.ours() / peer.value(), commit, date));
  }

  /** Whether a measure is of the same work beside the same peer. */
  boolean isOf(Measure measure) {
    return work.equals(measure.work())
        && measure.peer().filter(peer -> peer.who().equals(who)).isPresent();
  }

  /** How many times worse a measure is that this {@linkplain #isOf is of}. */
  double worse(Measure now) {
    return now.better().worse(ratio, now.ratio().orElseThrow());
  }

  /** Whether a measure is worse than by chance. */
  boolean isLost(Measure now) {
    return worse(now) > TOLERATED;
  }

  /** For people. */
  String words() {
    return String.format(
        Locale.ROOT, "%s, beside %s: the ratio was %.3f, of %s", work, who, ratio, commit);
  }
}
