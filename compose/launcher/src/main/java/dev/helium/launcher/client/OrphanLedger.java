package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What does not belong to anything, in the server's words.
 *
 * @param sweptAt when it was looked for; empty when it never was
 * @param notLookedAt what was left out, each with why
 * @param unlistedKinds where some kinds may not be listed, and which
 * @param unlisted how many more there are
 */
public record OrphanLedger(
    String sweptAt,
    List<String> notLookedAt,
    List<String> unlistedKinds,
    int unlisted,
    List<Entry> orphans) {
  public OrphanLedger {
    notLookedAt = List.copyOf(notLookedAt);
    unlistedKinds = List.copyOf(unlistedKinds);
    orphans = List.copyOf(orphans);
  }

  /**
   * One of them.
   *
   * @param cluster in which it was found; empty for the default one
   */
  public record Entry(
      String kind,
      String cluster,
      String name,
      String workspace,
      String since,
      List<String> evidence,
      String repair,
      boolean carriedOut) {
    public Entry {
      evidence = List.copyOf(evidence);
    }
  }

  static OrphanLedger of(JsonNode ledger) {
    return new OrphanLedger(
        ledger.path("SweptAt").asText(),
        directions(ledger)
            .filter(direction -> !direction.path("LookedAt").asBoolean())
            .map(direction -> side(direction) + ": " + direction.path("Why").asText())
            .toList(),
        directions(ledger)
            .filter(direction -> !direction.path("UnlistedKinds").isEmpty())
            .map(direction -> side(direction) + ": " + kinds(direction))
            .toList(),
        ledger.path("Unlisted").asInt(),
        ledger.path("Orphans").valueStream().map(OrphanLedger::entry).toList());
  }

  private static Stream<JsonNode> directions(JsonNode ledger) {
    return ledger.path("Directions").valueStream();
  }

  private static String side(JsonNode direction) {
    String cluster = direction.path("Cluster").asText();
    return direction.path("Name").asText() + (cluster.isEmpty() ? "" : " of cluster " + cluster);
  }

  private static String kinds(JsonNode direction) {
    return direction
        .path("UnlistedKinds")
        .valueStream()
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static Entry entry(JsonNode orphan) {
    Stream<String> evidence = orphan.path("Evidence").valueStream().map(JsonNode::asText);
    return new Entry(
        orphan.path("Kind").asText(),
        orphan.path("Cluster").asText(),
        orphan.path("Name").asText(),
        orphan.path("Workspace").asText(),
        orphan.path("Since").asText(),
        evidence.toList(),
        orphan.path("Repair").asText(),
        orphan.path("CarriedOut").asBoolean());
  }
}
