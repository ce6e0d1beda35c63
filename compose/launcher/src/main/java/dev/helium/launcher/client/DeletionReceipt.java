package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The proof that nothing of a workspace is left.
 *
 * @param confirmedAt when it was looked for last
 * @param evidence what was looked at, one sentence each
 * @param destroying how long it took to empty its stack; empty, like what follows, when nobody
 *     noted it
 * @param proving how long it took from there to the proof
 * @param swept the kinds of which nothing was left
 * @param unlisted the kinds that nobody may list
 */
public record DeletionReceipt(
    int incarnation,
    String confirmedAt,
    List<String> evidence,
    String destroying,
    String proving,
    List<String> swept,
    List<String> unlisted) {
  public DeletionReceipt {
    evidence = List.copyOf(evidence);
    swept = List.copyOf(swept);
    unlisted = List.copyOf(unlisted);
  }

  static DeletionReceipt of(JsonNode receipt) {
    return new DeletionReceipt(
        receipt.path("Incarnation").asInt(),
        receipt.path("ConfirmedAt").asText(),
        texts(receipt.path("Evidence")),
        receipt.path("Destroying").asText(),
        receipt.path("Proving").asText(),
        texts(receipt.path("Swept")),
        texts(receipt.path("Unlisted")));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }
}
