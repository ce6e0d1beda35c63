package dev.helium.deletion.cluster;

import dev.helium.deletion.ledger.ClusterLook;
import dev.helium.deletion.ledger.LabelledObjects;
import dev.helium.deletion.proof.Candidate;
import dev.helium.deletion.proof.Inspector;
import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.deletion.proof.Verdict;
import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import dev.helium.kubernetes.UnusableKubeconfigException;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A cluster whose kubeconfig is there and cannot be used, or not yet: it is waited for. */
record NotYet(ClusterName cluster) implements Inspector, ClusterLook {
  @Override
  public Optional<Verdict.Held> held(Candidate candidate) {
    return Optional.of(
        new Verdict.Held(
            List.of("cluster " + cluster + " cannot be asked: its kubeconfig is not in use")));
  }

  @Override
  public Future<Map<WorkspaceId, Verdict>> inspect(List<Candidate> candidates) {
    return notInUse();
  }

  @Override
  public Future<Map<String, NamespaceFacts>> namespaces() {
    return notInUse();
  }

  @Override
  public Future<Map<String, NamespaceFacts>> named(Set<String> names) {
    return notInUse();
  }

  @Override
  public Future<LabelledObjects> objects(Predicate<String> interesting, Set<String> apart) {
    return notInUse();
  }

  private <T> Future<T> notInUse() {
    return Future.failedFuture(
        new UnusableKubeconfigException("the kubeconfig of cluster " + cluster + " is not in use"));
  }
}
