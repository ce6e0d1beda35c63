package dev.helium.deletion.ledger;

import dev.helium.domain.ClusterName;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The ledger after a sweep: what was known before, and what was found or not found since. */
final class LedgerPage {
  /** Far more than are asked; the rest are names that lead nowhere. */
  private static final int MOST_CLUSTERS = 200;

  private final Map<String, Orphan> before;
  private final Picture first;
  private final Picture second;
  private final Instant now;
  private final Set<ClusterName> clusters;
  private final Map<String, Orphan> orphans = new HashMap<>();
  private int unlisted;

  /**
   * @param clusters that are spoken of; what was known in another one is no more
   * @param beyond how many were found that nobody looked at a second time, as they are too many
   */
  LedgerPage(
      Map<String, Orphan> before,
      Picture first,
      Picture second,
      Instant now,
      Set<ClusterName> clusters,
      int beyond) {
    this.before = Map.copyOf(before);
    this.clusters = new TreeSet<>(clusters);
    this.first = first;
    this.second = second;
    this.now = now;
    this.unlisted = beyond;
  }

  LedgerPage with(Map<Suspect, Repair> confirmed) {
    // What could not be looked at has not ended.
    before.forEach(
        (key, orphan) -> {
          ClusterName cluster = new ClusterName(orphan.cluster());
          if (clusters.contains(cluster) && !isSeen(Suspect.side(orphan.kind()), cluster)) {
            orphans.put(key, orphan);
          }
        });
    for (Map.Entry<Suspect, Repair> entry : confirmed.entrySet()) {
      Orphan orphan = orphan(entry.getKey(), entry.getValue());
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
            suspect.cluster().value(),
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

  private boolean isSeen(Side side, ClusterName cluster) {
    return first.shows(side, cluster) && second.shows(side, cluster);
  }

  /** Those of no cluster come last but are never cut off: there are only so many clusters. */
  private List<Direction> directions() {
    return Stream.concat(
            clusters.stream()
                .limit(MOST_CLUSTERS)
                .flatMap(cluster -> directions(Side::isOfCluster, cluster)),
            directions(side -> !side.isOfCluster(), ClusterName.DEFAULT))
        .toList();
  }

  private Stream<Direction> directions(Predicate<Side> sides, ClusterName cluster) {
    return Arrays.stream(Side.values()).filter(sides).map(side -> direction(side, cluster));
  }

  private Direction direction(Side side, ClusterName cluster) {
    if (isSeen(side, cluster)) {
      Direction looked = Direction.looked(side.word(), cluster);
      return side == Side.OBJECTS ? looked.except(first.unlisted(cluster)) : looked;
    }
    String why = first.unseen(side, cluster);
    return Direction.notLooked(
        side.word(), cluster, why.isEmpty() ? second.unseen(side, cluster) : why);
  }
}
