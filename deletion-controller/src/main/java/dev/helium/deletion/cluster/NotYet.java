package dev.helium.deletion.cluster;

import dev.helium.deletion.proof.Candidate;
import dev.helium.deletion.proof.Inspector;
import dev.helium.deletion.proof.Verdict;
import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster whose kubeconfig is there and cannot be used, or not yet: it is waited for. */
record NotYet(ClusterName cluster) implements Inspector {
  @Override
  public Optional<Verdict.Held> held(Candidate candidate) {
    return Optional.of(
        new Verdict.Held(
            List.of("cluster " + cluster + " cannot be asked: its kubeconfig is not in use")));
  }

  @Override
  public Future<Map<WorkspaceId, Verdict>> inspect(List<Candidate> candidates) {
    return Future.failedFuture("the kubeconfig of cluster " + cluster + " is not in use");
  }
}
