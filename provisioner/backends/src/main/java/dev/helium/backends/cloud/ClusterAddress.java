package dev.helium.backends.cloud;

import com.pulumi.core.Output;
import java.util.Objects;

/**
 * Where a cluster answers.
 *
 * @param server such as {@code https://192.0.2.1}
 * @param authority certificate that it is known by, in Base64
 */
public record ClusterAddress(Output<String> server, Output<String> authority) {
  public ClusterAddress {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(authority, "authority");
  }

  /** For who has a token; a secret. */
  Output<String> kubeconfig(Output<String> token) {
    return Output.tuple(server, authority, token)
        .applyValue(known -> text(known.t1, known.t2, known.t3))
        .asSecret();
  }

  private static String text(String server, String authority, String token) {
    return """
    apiVersion: v1
    kind: Config
    current-context: cluster
    contexts: [{name: cluster, context: {cluster: cluster, user: helium}}]
    clusters: [{name: cluster, cluster: {server: "%s", certificate-authority-data: "%s"}}]
    users: [{name: helium, user: {token: "%s"}}]
    """
        .formatted(server, authority, token);
  }
}
