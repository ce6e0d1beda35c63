package dev.helium.kubernetes;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Serialization;

/**
 * The content of a kubeconfig file that a program wrote. It must hold all that it needs: programs
 * of workspaces are not to make this process run commands or read other files.
 */
public final class Kubeconfig {
  private final String content;

  Kubeconfig(String content) {
    this.content = content;
  }

  /**
   * That of a text.
   *
   * @throws UnusableKubeconfigException when it is none, or breaks a rule
   */
  public static Kubeconfig of(String content) {
    if (content.length() > ClusterFolder.LARGEST) {
      throw new UnusableKubeconfigException(
          "it is larger than " + ClusterFolder.LARGEST + " characters");
    }
    Kubeconfig kubeconfig = new Kubeconfig(content);
    kubeconfig.read();
    return kubeconfig;
  }

  /**
   * What it says of a cluster and how to reach it.
   *
   * @throws UnusableKubeconfigException when it is none, or breaks a rule
   */
  public Config read() {
    try {
      check(Serialization.unmarshal(content, io.fabric8.kubernetes.api.model.Config.class));
      return Config.fromKubeconfig(content);
    } catch (UnusableKubeconfigException known) {
      throw known;
    } catch (RuntimeException unreadable) {
      // Left out with its message, which shows the line that the parser does not understand.
      throw new UnusableKubeconfigException("it is no kubeconfig");
    }
  }

  /** The text itself, which is a secret. */
  public String content() {
    return content;
  }

  private static void check(io.fabric8.kubernetes.api.model.Config config) {
    config.getUsers().stream().map(NamedAuthInfo::getUser).forEach(Kubeconfig::check);
    config.getClusters().stream().map(NamedCluster::getCluster).forEach(Kubeconfig::check);
    // Without one the client would look for some other cluster.
    String cluster =
        config.getContexts().stream()
            .filter(context -> context.getName().equals(config.getCurrentContext()))
            .map(context -> context.getContext().getCluster())
            .findFirst()
            .orElseThrow(() -> new UnusableKubeconfigException("it has no current context"));
    if (config.getClusters().stream()
        .filter(candidate -> candidate.getName().equals(cluster))
        .noneMatch(candidate -> candidate.getCluster().getServer() != null)) {
      throw new UnusableKubeconfigException("its current context has no cluster with a server");
    }
  }

  private static void check(AuthInfo user) {
    if (user == null) {
      return;
    }
    refuse(user.getExec(), "a user with exec");
    refuse(user.getAuthProvider(), "a user with auth-provider");
    refuse(user.getClientCertificate(), "a user with client-certificate instead of its data");
    refuse(user.getClientKey(), "a user with client-key instead of its data");
    refuse(user.getTokenFile(), "a user with tokenFile instead of token");
  }

  private static void check(Cluster cluster) {
    if (cluster != null) {
      refuse(
          cluster.getCertificateAuthority(),
          "a cluster with certificate-authority instead of its data");
    }
  }

  private static void refuse(Object value, String what) {
    if (value != null) {
      throw new UnusableKubeconfigException("it has " + what);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Kubeconfig that && that.content.equals(content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  /** Not its content, which is secret. */
  @Override
  public String toString() {
    return "kubeconfig";
  }
}
