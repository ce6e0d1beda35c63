package dev.helium.deletion.ledger;

import dev.helium.deletion.proof.NamespaceFacts;
import java.util.Map;
import java.util.Objects;

/**
 * What was found in one cluster at some moment, without the log.
 *
 * @param namespaces by their name
 * @param objects outside of those namespaces, of workspaces that do not live
 * @param unseen the sides that were not looked at, and why
 */
public record ClusterPicture(
    Map<String, NamespaceFacts> namespaces, LabelledObjects objects, Map<Side, String> unseen) {
  public ClusterPicture {
    namespaces = Map.copyOf(namespaces);
    Objects.requireNonNull(objects, "objects");
    unseen = Map.copyOf(unseen);
  }
}
