package dev.helium.deletion.proof;

import dev.helium.domain.WorkspaceId;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the cluster. */
public interface Inspector {
  /**
   * What holds a namespace according to what is known anyway, without asking the cluster.
   *
   * @return empty when it may be gone or nothing is known, so that only {@link #inspect} can tell
   */
  Optional<Verdict.Held> held(Candidate candidate);

  /**
   * Asks the cluster about all of them at once; fails when it does not answer, or not in time.
   *
   * @return a verdict for each
   */
  Future<Map<WorkspaceId, Verdict>> inspect(List<Candidate> candidates);
}
