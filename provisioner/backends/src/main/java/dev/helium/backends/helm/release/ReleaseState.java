package dev.helium.backends.helm.release;

import dev.helium.backends.helm.source.Digests;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which release of a chart this is, in the life of a workspace. A run again of the same release is
 * the same one, so its hooks do not run again.
 *
 * @param revision from 1, one more with every release that differs from the one before
 * @param install whether nothing of the chart had been made to its end before
 * @param digest of all that the chart makes, SHA-256
 */
public record ReleaseState(int revision, boolean install, String digest) {
  public ReleaseState {
    Objects.requireNonNull(digest, "digest");
    if (revision < 1) {
      throw new IllegalArgumentException("releases are counted from 1");
    }
  }

  /**
   * What a release of these objects is after another one.
   *
   * @param before nothing at first
   * @param finished whether a release was made to its end before
   */
  public static ReleaseState of(
      List<ChartObject> objects, Optional<ReleaseState> before, boolean finished) {
    List<Map<String, Object>> content =
        objects.stream()
            .map(
                object ->
                    Map.of(
                        "tree",
                        object.tree(),
                        "hook",
                        object.hook().map(hook -> hook.events() + " " + hook.weight()).orElse("")))
            .toList();
    String digest = Digests.sha256(Json.bytes(content));
    return before
        .filter(same -> same.digest().equals(digest))
        .orElseGet(
            () ->
                new ReleaseState(
                    before.map(ReleaseState::revision).orElse(0) + 1, !finished, digest));
  }

  /**
   * Whether a hook has its time in this release. What was only put there at the installation, such
   * as a secret, stays with every later one.
   *
   * @param running whether it is a job or a pod
   */
  boolean calls(Hook hook, boolean running) {
    return isBefore(hook, running) || has(hook, "post-", running);
  }

  /** Whether that is before everything else. */
  boolean isBefore(Hook hook, boolean running) {
    return has(hook, "pre-", running);
  }

  private boolean has(Hook hook, String when, boolean running) {
    boolean installs = install || !running;
    return (installs && hook.events().contains(when + "install"))
        || (!install && hook.events().contains(when + "upgrade"));
  }
}
