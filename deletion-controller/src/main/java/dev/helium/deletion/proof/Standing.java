package dev.helium.deletion.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether the namespace that carries a workspace's name stands in the way of its proof.
 *
 * <p>A namespace with the workspace's label does, whichever life it names: what is labelled so was
 * made by it. One without is somebody else's when it was there before the workspace's life began or
 * was made after its stack was empty; made in between it may be the workspace's own with the label
 * taken off, and a person has to look.
 */
public sealed interface Standing {
  /** It does not. */
  record Clear(String evidence) implements Standing {
    public Clear {
      Objects.requireNonNull(evidence, "evidence");
    }
  }

  /** It does. */
  record InTheWay(Verdict.Held held) implements Standing {
    public InTheWay {
      Objects.requireNonNull(held, "held");
    }
  }

  /** Clocks of the cluster and of Helium may differ by this much. */
  Duration CLOCKS = Duration.ofSeconds(5);

  /** The standing of what the cluster has under the workspace's name. */
  static Standing of(Candidate candidate, Optional<NamespaceFacts> found) {
    if (found.isEmpty()) {
      return new Clear("namespace " + candidate.workspace() + " does not exist");
    }
    NamespaceFacts namespace = found.get();
    if (namespace.workspace().equals(candidate.workspace().value())) {
      return new InTheWay(own(candidate, namespace));
    }
    if (namespace.created().isBefore(candidate.began().minus(CLOCKS))
        && namespace.created().isAfter(Instant.EPOCH)) {
      return new Clear(
          "namespace " + namespace.name() + " is not the workspace's: it was there before it");
    }
    if (namespace.created().isAfter(candidate.destroyed().plus(CLOCKS))) {
      return new Clear(
          "namespace " + namespace.name() + " is not the workspace's: it was made after it");
    }
    return new InTheWay(
        new Verdict.Held(
            List.of(
                "namespace "
                    + namespace.name()
                    + " was made during the workspace's life and does not carry its label")));
  }

  private static Verdict.Held own(Candidate candidate, NamespaceFacts namespace) {
    List<String> by = new ArrayList<>();
    String life = Integer.toString(candidate.incarnation());
    String whose =
        namespace.incarnation().isEmpty() || namespace.incarnation().equals(life)
            ? ""
            : " and names incarnation " + namespace.incarnation();
    by.add(
        "namespace "
            + namespace.name()
            + (namespace.deleting() ? " is being deleted" : " exists and is not being deleted")
            + whose);
    by.addAll(namespace.holders());
    return new Verdict.Held(by);
  }
}
