package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What does not belong to anything, in the server's words.
 *
 * @param sweptAt when it was looked for; empty when it never was
 * @param notLookedAt what was left out, each with why
 * @param unlisted how many more there are
 */
public record OrphanLedger(
    String sweptAt, List<String> notLookedAt, int unlisted, List<Entry> orphans) {
  public OrphanLedger {
    notLookedAt = List.copyOf(notLookedAt);
    orphans = List.copyOf(orphans);
  }

  /** One of them. */
  public record Entry(
      String kind,
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
        ledger
            .path("Directions")
            .valueStream()
            .filter(direction -> !direction.path("LookedAt").asBoolean())
            .map(
                direction ->
                    direction.path("Name").asText() + ": " + direction.path("Why").asText())
            .toList(),
        ledger.path("Unlisted").asInt(),
        ledger.path("Orphans").valueStream().map(OrphanLedger::entry).toList());
  }

  private static Entry entry(JsonNode orphan) {
    Stream<String> evidence = orphan.path("Evidence").valueStream().map(JsonNode::asText);
    return new Entry(
        orphan.path("Kind").asText(),
        orphan.path("Name").asText(),
        orphan.path("Workspace").asText(),
        orphan.path("Since").asText(),
        evidence.toList(),
        orphan.path("Repair").asText(),
        orphan.path("CarriedOut").asBoolean());
  }
}
