package dev.helium.bench.row;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of the table.
 *
 * @param work what was done
 * @param unit such as {@code ms} or {@code a second}
 * @param peer empty where nobody else can do it here
 * @param bar empty where nothing is wanted in particular
 */
public record Measure(
    String work, String unit, Better better, double ours, Optional<Peer> peer, Optional<Bar> bar) {
  public Measure {
    Objects.requireNonNull(work, "work");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(better, "better");
    Objects.requireNonNull(peer, "peer");
    Objects.requireNonNull(bar, "bar");
    if (!Double.isFinite(ours)) {
      throw new IllegalArgumentException(work + " has to have a value, and not " + ours);
    }
  }

  /** Of which less is better. */
  public static Measure time(String work, String unit, double ours) {
    return new Measure(work, unit, Better.LOWER, ours, Optional.empty(), Optional.empty());
  }

  /** Of which more is better. */
  public static Measure rate(String work, String unit, double ours) {
    return new Measure(work, unit, Better.HIGHER, ours, Optional.empty(), Optional.empty());
  }

  /** The same beside somebody who does the same work. */
  public Measure beside(String who, double value) {
    return new Measure(work, unit, better, ours, Optional.of(new Peer(who, value)), bar);
  }

  /** The same with a bound of our value. */
  public Measure wanted(double bound) {
    return new Measure(work, unit, better, ours, peer, Optional.of(new Bar.OfOurs(bound)));
  }

  /** The same with a bound of the ratio. */
  public Measure wantedRatio(double bound) {
    return new Measure(work, unit, better, ours, peer, Optional.of(new Bar.OfRatio(bound)));
  }

  /** Our value as a multiple of the peer's. */
  public OptionalDouble ratio() {
    return peer.map(other -> OptionalDouble.of(ours / other.value()))
        .orElseGet(OptionalDouble::empty);
  }

  /** Whether it is as it is wanted; empty where nothing is wanted or the peer is missing. */
  public Optional<Boolean> isMet() {
    return bar.flatMap(
        wanted ->
            switch (wanted) {
              case Bar.OfOurs(double bound) -> Optional.of(better.keeps(ours, bound));
              case Bar.OfRatio(double bound) ->
                  ratio().isPresent()
                      ? Optional.of(better.keeps(ratio().getAsDouble(), bound))
                      : Optional.empty();
            });
  }
}
