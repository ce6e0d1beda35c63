package dev.helium.domain;

import java.util.Objects;

/**
 * Which cluster: the default one, or the one that a workspace of this name made.
 *
 * @param value as a requester may have written it, so perhaps the name of nothing; empty for the
 *     default cluster
 */
public record ClusterName(String value) implements Comparable<ClusterName> {
  /** Of workspaces that ask for no other. */
  public static final ClusterName DEFAULT = new ClusterName("");

  public ClusterName {
    Objects.requireNonNull(value, "value");
  }

  /** Where a workspace of this specification lives. */
  public static ClusterName of(WorkspaceSpec spec) {
    return spec.clusterStack().map(ClusterName::new).orElse(DEFAULT);
  }

  public boolean isDefault() {
    return value.isEmpty();
  }

  @Override
  public int compareTo(ClusterName other) {
    return value.compareTo(other.value);
  }

  /** As reasons and logs say it. */
  @Override
  public String toString() {
    return isDefault() ? "default" : value;
  }
}
