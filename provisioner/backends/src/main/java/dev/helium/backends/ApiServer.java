package dev.helium.backends;

import java.util.Optional;

/**
 * The API server of the cluster that a workspace is made in, for questions about what it offers.
 */
@FunctionalInterface
public interface ApiServer {
  /**
   * What it answers to a GET, as JSON; nothing when there is nothing, or the answer is not for us.
   * Blocks, for some seconds at most.
   *
   * @param path such as {@code /apis/apps/v1}
   * @throws PreparationException when it does not answer
   */
  Optional<String> get(String path);
}
