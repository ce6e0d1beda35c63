package dev.helium.deletion.ledger;

import dev.helium.deletion.proof.NamespaceFacts;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Looks through one cluster. A look that fails has shown nothing. */
public interface ClusterLook {
  /** Every namespace that carries a workspace's label, by name. */
  Future<Map<String, NamespaceFacts>> namespaces();

  /** Those of the named namespaces that exist, with and without the label. */
  Future<Map<String, NamespaceFacts>> named(Set<String> names);

  /**
   * Objects of every kind but namespaces.
   *
   * @param interesting whose label counts
   * @param apart namespaces whose objects go with them and are left out
   */
  Future<LabelledObjects> objects(Predicate<String> interesting, Set<String> apart);
}
