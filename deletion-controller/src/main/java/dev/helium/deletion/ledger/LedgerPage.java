package dev.helium.deletion.ledger;

import dev.helium.domain.LedgerSweep;
import dev.helium.domain.LedgerSweep.Direction;
import dev.helium.domain.Orphan;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The ledger after a sweep: what was known before, and what was found or not found since. */
final class LedgerPage {
  private final Map<String, Orphan> before;
  private final Picture first;
  private final Picture second;
  private final Instant now;
  private final Map<String, Orphan> orphans = new HashMap<>();
  private int unlisted;

  /**
   * @param beyond how many were found that nobody looked at a second time, as they are too many
   */
  LedgerPage(Map<String, Orphan> before, Picture first, Picture second, Instant now, int beyond) {
    this.before = Map.copyOf(before);
    this.first = first;
    this.second = second;
    this.now = now;
    this.unlisted = beyond;
  }

  LedgerPage with(List<Suspect> confirmed, Function<Suspect, Repair> repairs) {
    // What could not be looked at has not ended.
    before.forEach(
        (key, orphan) -> {
          if (!isSeen(Suspect.side(orphan.kind()))) {
            orphans.put(key, orphan);
          }
        });
    for (Suspect suspect : confirmed) {
      Orphan orphan = orphan(suspect, repairs.apply(suspect));
      if (orphans.size() < LedgerLoop.MOST || orphans.containsKey(orphan.key())) {
        orphans.put(orphan.key(), orphan);
      } else {
        unlisted++;
      }
    }
    return this;
  }

  Map<String, Orphan> orphans() {
    return Map.copyOf(orphans);
  }

  /** Those that were not known before. */
  List<Orphan> news(Map<String, Orphan> known) {
    return orphans.values().stream().filter(orphan -> !known.containsKey(orphan.key())).toList();
  }

  /** The sweep comes last: whoever reads it finds what it found. */
  Future<Void> write(Writer writer) {
    List<Future<Void>> writing = new ArrayList<>();
    orphans
        .values()
        .forEach(
            orphan -> {
              if (!orphan.equals(before.get(orphan.key()))) {
                writing.add(writer.put(orphan));
              }
            });
    before.keySet().stream()
        .filter(key -> !orphans.containsKey(key))
        .forEach(key -> writing.add(writer.remove(key)));
    return Future.join(writing)
        .compose(ignored -> writer.put(new LedgerSweep(now, directions(), unlisted)));
  }

  private Orphan orphan(Suspect suspect, Repair repair) {
    Orphan found =
        new Orphan(
            suspect.kind(),
            "",
            suspect.name(),
            suspect.workspace(),
            now,
            now,
            suspect.evidence(),
            repair.words(),
            repair.carriedOut());
    Orphan known = before.get(found.key());
    return known == null
        ? found
        : new Orphan(
            found.kind(),
            found.cluster(),
            found.name(),
            found.workspace(),
            known.since(),
            now,
            found.evidence(),
            found.repair(),
            found.carriedOut());
  }

  private boolean isSeen(Side side) {
    return first.shows(side) && second.shows(side);
  }

  private List<Direction> directions() {
    return Arrays.stream(Side.values()).map(this::direction).toList();
  }

  private Direction direction(Side side) {
    return isSeen(side)
        ? Direction.looked(side.word())
        : Direction.notLooked(
            side.word(), first.unseen().getOrDefault(side, second.unseen().getOrDefault(side, "")));
  }
}
