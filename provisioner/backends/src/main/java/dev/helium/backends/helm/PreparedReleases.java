package dev.helium.backends.helm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was got ready and is about to be made. Objects of a chart can have megabytes and hold
 * secrets, so they go to the program in memory; the newest {@value #MOST} are kept. Thread-safe.
 */
final class PreparedReleases {
  private static final int MOST = 16;

  private final Map<String, PreparedRelease> releases = new LinkedHashMap<>();

  synchronized void put(String workspace, PreparedRelease release) {
    releases.remove(workspace);
    releases.put(workspace, release);
    if (releases.size() > MOST) {
      releases.remove(releases.keySet().iterator().next());
    }
  }

  /**
   * Gives it once.
   *
   * @param digest that it must have
   */
  synchronized Optional<PreparedRelease> take(String workspace, String digest) {
    PreparedRelease release = releases.get(workspace);
    if (release == null || !release.state().digest().equals(digest)) {
      return Optional.empty();
    }
    releases.remove(workspace);
    return Optional.of(release);
  }
}
