package dev.helium.deletion.ledger;

import dev.helium.deletion.life.Life;
import dev.helium.deletion.life.Lives;
import dev.helium.domain.OrphanKind;
import dev.helium.domain.WorkspaceId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What has to be asked about suspects, and how far they are to be believed. Pure. */
final class Doubts {
  /** So many may be missing however few there are. */
  static final int FEW = 3;

  /** One of so many may be missing at once. */
  static final int ONE_OF = 5;

  private Doubts() {}

  static Set<String> namespaces(List<Suspect> suspects) {
    return suspects.stream()
        .filter(suspect -> suspect.side() == Side.NAMESPACES)
        .map(Suspect::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  static Set<WorkspaceId> workspaces(List<Suspect> suspects) {
    return suspects.stream()
        .filter(suspect -> suspect.side() == Side.OBJECTS)
        .map(suspect -> new WorkspaceId(suspect.workspace()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * True when so many namespaces are missing that another cluster may be the reason, or a backup
   * that was played back: closing or rebuilding them all would make that worse.
   */
  static boolean isTooMuchMissing(List<Suspect> suspects, Lives lives) {
    long missing =
        suspects.stream().filter(suspect -> suspect.kind() == OrphanKind.MISSING_NAMESPACE).count();
    AtomicInteger made = new AtomicInteger();
    lives.forEach(
        (ignored, life) -> {
          if (life.stage() == Life.Stage.PROVISIONED) {
            made.incrementAndGet();
          }
        });
    return missing > Math.max(FEW, made.get() / ONE_OF);
  }
}
