package dev.helium.launcher.stack;

import dev.helium.launcher.console.UserException;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cluster that a person brought, looked at before anything is started against it. */
final class OutsideCluster {
  private static final int LIMIT_MILLISECONDS = 5_000;

  private OutsideCluster() {}

  /**
   * The server and the context in a few words.
   *
   * @throws UserException when it cannot be reached, or does not let workspaces be made
   */
  static String check(Path kubeconfig) {
    if (!Files.isReadable(kubeconfig)) {
      throw new UserException("There is no readable kubeconfig file %s.".formatted(kubeconfig));
    }
    Config configuration = read(kubeconfig);
    String context =
        configuration.getCurrentContext() == null
            ? "no current context"
            : "context " + configuration.getCurrentContext().getName();
    String where = "%s (%s)".formatted(configuration.getMasterUrl(), context);
    try (KubernetesClient client =
        new KubernetesClientBuilder().withConfig(configuration).build()) {
      String version = client.getKubernetesVersion().getGitVersion();
      if (!mayMakeNamespaces(client)) {
        throw new UserException(
            "The user of %s in %s may not make namespaces: choose a context that may, or ask for the right."
                .formatted(where, kubeconfig));
      }
      return "%s, Kubernetes %s".formatted(where, version);
    } catch (KubernetesClientException failure) {
      throw new UserException(
          "The cluster of %s at %s does not answer as it should: %s"
              .formatted(kubeconfig, where, reason(failure)),
          failure);
    }
  }

  private static Config read(Path kubeconfig) {
    try {
      return new ConfigBuilder(Config.fromKubeconfig(kubeconfig.toFile()))
          .withRequestTimeout(LIMIT_MILLISECONDS)
          .withConnectionTimeout(LIMIT_MILLISECONDS)
          .withRequestRetryBackoffLimit(0)
          .build();
    } catch (RuntimeException failure) {
      throw new UserException(
          "%s cannot be read as a kubeconfig file: %s".formatted(kubeconfig, failure.getMessage()),
          failure);
    }
  }

  private static boolean mayMakeNamespaces(KubernetesClient client) {
    SelfSubjectAccessReview question =
        new SelfSubjectAccessReviewBuilder()
            .withNewSpec()
            .withNewResourceAttributes()
            .withVerb("create")
            .withResource("namespaces")
            .endResourceAttributes()
            .endSpec()
            .build();
    return client
        .authorization()
        .v1()
        .selfSubjectAccessReview()
        .create(question)
        .getStatus()
        .getAllowed();
  }

  private static String reason(KubernetesClientException failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage());
  }
}
