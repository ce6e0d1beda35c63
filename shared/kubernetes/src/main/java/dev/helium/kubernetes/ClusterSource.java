package dev.helium.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.function.Supplier;

/**
 * How a cluster is reached.
 *
 * @param identity equal for two sources that reach it in the same way
 * @param client makes a client, or throws {@link UnusableKubeconfigException}; it blocks
 */
public record ClusterSource(Object identity, Supplier<KubernetesClient> client) {
  public boolean isSameAs(ClusterSource other) {
    return identity.equals(other.identity);
  }
}
