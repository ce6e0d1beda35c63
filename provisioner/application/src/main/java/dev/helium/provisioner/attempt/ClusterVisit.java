package dev.helium.provisioner.attempt;

import dev.helium.domain.FailureKind;
import dev.helium.kubernetes.Kubeconfig;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Sees whether workspaces can live in a cluster: it answers, knows the user of the kubeconfig, and
 * lets that user make namespaces. Two questions, each of which is given up after {@value
 * #ANSWER_MILLISECONDS} ms.
 */
final class ClusterVisit {
  private static final int CONNECT_MILLISECONDS = 5_000;
  private static final int ANSWER_MILLISECONDS = 10_000;

  private ClusterVisit() {}

  /**
   * What everybody may know of it, as outputs of its workspace.
   *
   * @throws UnusableClusterException when workspaces cannot live there
   */
  static Map<String, String> at(Kubeconfig kubeconfig) {
    Config config =
        new ConfigBuilder(kubeconfig.read())
            .withConnectionTimeout(CONNECT_MILLISECONDS)
            .withRequestTimeout(ANSWER_MILLISECONDS)
            // It is visited again with the next attempt.
            .withRequestRetryBackoffLimit(0)
            .build();
    String server = server(config);
    try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
      String version =
          Optional.ofNullable(client.getKubernetesVersion())
              .map(VersionInfo::getGitVersion)
              .orElseThrow(() -> notWell(server, 404));
      SelfSubjectAccessReview review =
          client.authorization().v1().selfSubjectAccessReview().create(mayMakeNamespaces());
      if (review.getStatus() == null || !review.getStatus().getAllowed()) {
        throw new UnusableClusterException(
            FailureKind.FORBIDDEN,
            "the cluster at " + server + " lets the user of its kubeconfig make no namespaces");
      }
      return Map.of("ClusterServer", server, "ClusterVersion", version);
    } catch (KubernetesClientException failure) {
      throw unusable(server, failure);
    }
  }

  private static SelfSubjectAccessReview mayMakeNamespaces() {
    return new SelfSubjectAccessReviewBuilder()
        .withNewSpec()
        .withNewResourceAttributes()
        .withVerb("create")
        .withResource("namespaces")
        .endResourceAttributes()
        .endSpec()
        .build();
  }

  /** Without what somebody may have put before the host. */
  private static String server(Config config) {
    URI address = URI.create(config.getMasterUrl());
    return address.getScheme()
        + "://"
        + address.getHost()
        + (address.getPort() < 0 ? "" : ":" + address.getPort());
  }

  private static UnusableClusterException unusable(
      String server, KubernetesClientException failure) {
    if (failure.getCode() == 401 || failure.getCode() == 403) {
      return new UnusableClusterException(
          FailureKind.FORBIDDEN,
          "the cluster at "
              + server
              + " does not know the user of its kubeconfig, or refuses it (status "
              + failure.getCode()
              + ")");
    }
    // Without an answer it is 0 or -1.
    if (failure.getCode() > 0) {
      return notWell(server, failure.getCode());
    }
    if (cause(failure, SSLException.class).isPresent()) {
      return new UnusableClusterException(
          FailureKind.PROGRAM_FAILED,
          "the certificate of the cluster at " + server + " is none that its kubeconfig trusts");
    }
    return new UnusableClusterException(
        FailureKind.CLUSTER_UNREACHABLE,
        "the cluster at " + server + " does not answer: " + why(failure));
  }

  private static UnusableClusterException notWell(String server, int status) {
    return new UnusableClusterException(
        FailureKind.CLUSTER_UNREACHABLE,
        "what answers at " + server + " is no cluster, or is not well (status " + status + ")");
  }

  private static String why(Throwable failure) {
    if (cause(failure, UnknownHostException.class).isPresent()
        || cause(failure, UnresolvedAddressException.class).isPresent()) {
      return "there is no host of that name";
    }
    if (cause(failure, HttpTimeoutException.class).isPresent()) {
      return "nothing came within " + ANSWER_MILLISECONDS / 1_000 + " s";
    }
    return cause(failure, ConnectException.class).isPresent()
        ? "nobody listens there"
        : "the connection broke";
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause)
        .limit(20)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}
