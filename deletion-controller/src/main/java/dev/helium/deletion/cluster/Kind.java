package dev.helium.deletion.cluster;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Comparator;
import java.util.Objects;

/**
 * A kind of objects that a cluster knows.
 *
 * @param group empty for the core's
 * @param version one of those that the cluster speaks
 * @param name in one word, such as {@code Pod}
 * @param plural as in addresses
 */
record Kind(String group, String version, String name, String plural, boolean namespaced)
    implements Comparable<Kind> {
  private static final Comparator<Kind> BY_TITLE = Comparator.comparing(Kind::title);

  Kind {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(plural, "plural");
  }

  /** As receipts call it: {@code Kind}, or {@code Kind.group}. */
  String title() {
    return group.isEmpty() ? name : name + "." + group;
  }

  ResourceDefinitionContext context() {
    return new ResourceDefinitionContext.Builder()
        .withGroup(group.isEmpty() ? null : group)
        .withVersion(version)
        .withKind(name)
        .withPlural(plural)
        .withNamespaced(namespaced)
        .build();
  }

  /** Whatever the version. */
  boolean isSame(Kind other) {
    return group.equals(other.group) && plural.equals(other.plural);
  }

  @Override
  public int compareTo(Kind other) {
    return BY_TITLE.compare(this, other);
  }
}
