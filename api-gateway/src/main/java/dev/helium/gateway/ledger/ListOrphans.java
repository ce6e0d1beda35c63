package dev.helium.gateway.ledger;

import dev.helium.domain.LedgerEntry;
import dev.helium.domain.LedgerSweep;
import dev.helium.domain.Orphan;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Problem;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.Comparator;

/** Lists what log, clusters and state files do not agree about, and when that was looked at. */
public final class ListOrphans implements Handler<RoutingContext> {
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final Comparator<Orphan> OLDEST_FIRST =
      Comparator.comparing(Orphan::since).thenComparing(Orphan::key);

  private final Ledger ledger;

  public ListOrphans(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void handle(RoutingContext context) {
    Collection<LedgerEntry> entries =
        ledger
            .entries()
            .orElseThrow(
                () ->
                    Problem.unavailable(
                            "The ledger has not been read to its end yet.", RETRY_AFTER_SECONDS)
                        .exception())
            .values();
    Answers.json(context, 200, json(entries));
  }

  static JsonObject json(Collection<LedgerEntry> entries) {
    JsonObject json = new JsonObject();
    JsonArray directions = new JsonArray();
    int unlisted = 0;
    for (LedgerEntry entry : entries) {
      if (entry instanceof LedgerSweep sweep) {
        json.put("SweptAt", sweep.endedAt().toString());
        sweep.directions().forEach(direction -> directions.add(json(direction)));
        unlisted = sweep.unlisted();
      }
    }
    JsonArray orphans = new JsonArray();
    entries.stream()
        .filter(Orphan.class::isInstance)
        .map(Orphan.class::cast)
        .sorted(OLDEST_FIRST)
        .forEach(orphan -> orphans.add(json(orphan)));
    return json.put("Directions", directions).put("Unlisted", unlisted).put("Orphans", orphans);
  }

  private static JsonObject json(LedgerSweep.Direction direction) {
    return new JsonObject()
        .put("Name", direction.name())
        .put("Cluster", direction.cluster())
        .put("LookedAt", direction.lookedAt())
        .put("Why", direction.why())
        .put("UnlistedKinds", new JsonArray(direction.unlistedKinds()));
  }

  private static JsonObject json(Orphan orphan) {
    return new JsonObject()
        .put("Kind", orphan.kind().word())
        .put("Cluster", orphan.cluster())
        .put("Name", orphan.name())
        .put("Workspace", orphan.workspace())
        .put("Since", orphan.since().toString())
        .put("LastSeen", orphan.lastSeen().toString())
        .put("Evidence", new JsonArray(orphan.evidence()))
        .put("Repair", orphan.repair())
        .put("CarriedOut", orphan.carriedOut());
  }
}
