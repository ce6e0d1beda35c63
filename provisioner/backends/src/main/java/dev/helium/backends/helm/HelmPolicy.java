package dev.helium.backends.helm;

import dev.helium.backends.helm.release.ScopePolicy;
import dev.helium.backends.network.Hosts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator lets charts be and do.
 *
 * @param folders below which charts may be taken from this machine; nothing when none may
 */
public record HelmPolicy(ScopePolicy scope, Hosts hosts, Optional<Path> folders) {
  /** Charts from outside, which stay in their namespace. */
  public static final HelmPolicy STRICT =
      new HelmPolicy(ScopePolicy.NAMESPACE, Hosts.OUTSIDE, Optional.empty());

  private static final String KINDS = "HELIUM_HELM_CLUSTER_SCOPED";
  private static final String NAMESPACES = "HELIUM_HELM_NAMESPACES";
  private static final String ALLOW = "HELIUM_HELM_ALLOW";
  private static final String FOLDERS = "HELIUM_HELM_DIRECTORIES";

  public HelmPolicy {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(hosts, "hosts");
    Objects.requireNonNull(folders, "folders");
  }

  /**
   * As the environment of the process says.
   *
   * @throws IllegalStateException when a variable breaks its rule; it names both
   */
  static HelmPolicy from(Map<String, String> environment) {
    return new HelmPolicy(scope(environment), hosts(environment), folders(environment));
  }

  private static ScopePolicy scope(Map<String, String> environment) {
    try {
      return ScopePolicy.parse(
          environment.getOrDefault(KINDS, ""), environment.getOrDefault(NAMESPACES, ""));
    } catch (IllegalArgumentException broken) {
      throw new IllegalStateException(KINDS + " " + broken.getMessage(), broken);
    }
  }

  private static Hosts hosts(Map<String, String> environment) {
    try {
      return Hosts.parse(environment.getOrDefault(ALLOW, ""));
    } catch (IllegalArgumentException broken) {
      throw new IllegalStateException(ALLOW + " " + broken.getMessage(), broken);
    }
  }

  private static Optional<Path> folders(Map<String, String> environment) {
    String folder = environment.getOrDefault(FOLDERS, "").strip();
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Path path = Path.of(folder);
    if (!path.isAbsolute()) {
      throw new IllegalStateException(FOLDERS + " must be an absolute path");
    }
    return Optional.of(path.normalize());
  }
}
