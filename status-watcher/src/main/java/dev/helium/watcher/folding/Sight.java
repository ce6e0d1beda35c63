package dev.helium.watcher.folding;

import dev.helium.watcher.judging.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What can be seen of a workspace in its own cluster. */
public sealed interface Sight {
  /** Its cluster has not been listed yet: nothing may be said, as nothing is known. */
  record NotYet() implements Sight {}

  /** All that its cluster has of it. */
  record Clear(List<Finding> findings) implements Sight {
    public Clear {
      findings = List.copyOf(findings);
    }
  }

  /** Its cluster has been out of reach for longer than is waited for. */
  record Lost(Instant since) implements Sight {
    public Lost {
      Objects.requireNonNull(since, "since");
    }
  }

  /** Nobody knows how to reach a cluster of that name. */
  record NoCluster() implements Sight {}
}
