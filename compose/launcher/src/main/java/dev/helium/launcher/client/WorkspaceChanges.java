package dev.helium.launcher.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Follows one workspace. */
public interface WorkspaceChanges {
  /**
   * Tells each state that differs from the one before, the present one first, until the listener
   * has seen enough.
   *
   * @param listener gets nothing when the workspace is not there (any more), and answers whether to
   *     go on
   * @return false when the listener had not seen enough within the limit
   */
  boolean follow(String name, Duration limit, Predicate<Optional<Answer<WorkspaceState>>> listener);
}
