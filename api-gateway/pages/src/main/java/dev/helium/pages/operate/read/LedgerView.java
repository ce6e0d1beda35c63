package dev.helium.pages.operate.read;

import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What log, clusters and state files do not agree about. */
public record LedgerView(JsonObject json) {
  private static final String NAME = "Name";
  private static final String CLUSTER = "Cluster";

  /** What was compared with the log, or was not. */
  public record Direction(
      String name, String cluster, boolean lookedAt, String why, List<String> unlistedKinds) {
    public Direction {
      unlistedKinds = List.copyOf(unlistedKinds);
    }
  }

  /** Something without which the log would be right. */
  public record Orphan(
      String kind,
      String cluster,
      String name,
      String workspace,
      Optional<Instant> since,
      Optional<Instant> lastSeen,
      List<String> evidence,
      String repair,
      boolean carriedOut) {
    public Orphan {
      evidence = List.copyOf(evidence);
    }

    public String words() {
      return switch (kind) {
        case "stray-namespace" -> "Namespace of a life that is over";
        case "unknown-namespace" -> "Namespace of nobody known";
        case "stray-objects" -> "Objects left over";
        case "stray-stack" -> "State file without a workspace";
        case "unproven" -> "Deletion without proof";
        case "missing-namespace" -> "Namespace is missing";
        default -> kind;
      };
    }
  }

  public LedgerView {
    Objects.requireNonNull(json, "json");
  }

  /** Empty when nothing was ever compared, so that no orphans mean nothing. */
  public Optional<Instant> sweptAt() {
    return Json.instant(json, "SweptAt");
  }

  /** How many there are, those included that the ledger has no room for. */
  public long count() {
    return orphans().size() + unlisted();
  }

  public long unlisted() {
    return Json.number(json, "Unlisted");
  }

  public List<Direction> directions() {
    return Json.objects(json, "Directions").stream()
        .map(
            each ->
                new Direction(
                    Json.text(each, NAME),
                    Json.text(each, CLUSTER),
                    Json.flag(each, "LookedAt"),
                    Json.text(each, "Why"),
                    Json.texts(each, "UnlistedKinds")))
        .toList();
  }

  public List<Orphan> orphans() {
    return Json.objects(json, "Orphans").stream()
        .map(
            each ->
                new Orphan(
                    Json.text(each, "Kind"),
                    Json.text(each, CLUSTER),
                    Json.text(each, NAME),
                    Json.text(each, "Workspace"),
                    Json.instant(each, "Since"),
                    Json.instant(each, "LastSeen"),
                    Json.texts(each, "Evidence"),
                    Json.text(each, "Repair"),
                    Json.flag(each, "CarriedOut")))
        .toList();
  }
}
