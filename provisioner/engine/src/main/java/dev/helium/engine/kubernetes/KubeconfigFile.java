package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.Optional;

/** Looks into and changes the text of a kubeconfig. */
final class KubeconfigFile {
  private KubeconfigFile() {}

  /** The cluster that is in use, empty when the text does not say. */
  static Optional<Cluster> activeCluster(String content, String context, String cluster) {
    var file = parse(content);
    var name = cluster.isEmpty() ? clusterOf(file, context) : cluster;
    return file.getClusters().stream()
        .filter(named -> named.getName().equals(name))
        .map(named -> named.getCluster())
        .findFirst();
  }

  /**
   * The text, with another context or cluster in use; empty names leave what is there.
   *
   * @param path the file it was read from, to which the files it names may be relative; empty for
   *     none
   */
  static String using(String content, String path, String context, String cluster) {
    if (context.isEmpty() && cluster.isEmpty()) {
      return content;
    }
    var file = parse(content);
    if (!context.isEmpty()) {
      file.setCurrentContext(context);
    }
    var current =
        file.getContexts().stream()
            .filter(named -> named.getName().equals(file.getCurrentContext()))
            .findFirst()
            .orElseThrow(() -> missing("context " + file.getCurrentContext()));
    if (!cluster.isEmpty()) {
      if (file.getClusters().stream().noneMatch(named -> named.getName().equals(cluster))) {
        throw missing("cluster " + cluster);
      }
      current.getContext().setCluster(cluster);
    }
    if (!path.isEmpty()) {
      resolve(file, Path.of(path).toAbsolutePath().getParent());
    }
    return Serialization.asYaml(file);
  }

  private static void resolve(Config file, Path directory) {
    for (var named : file.getClusters()) {
      var cluster = named.getCluster();
      cluster.setCertificateAuthority(resolve(cluster.getCertificateAuthority(), directory));
    }
    for (var named : file.getUsers()) {
      var user = named.getUser();
      user.setClientCertificate(resolve(user.getClientCertificate(), directory));
      user.setClientKey(resolve(user.getClientKey(), directory));
      user.setTokenFile(resolve(user.getTokenFile(), directory));
    }
  }

  private static String resolve(String name, Path directory) {
    return name == null || name.isEmpty() ? name : directory.resolve(name).toString();
  }

  private static String clusterOf(Config file, String context) {
    var name = context.isEmpty() ? file.getCurrentContext() : context;
    return file.getContexts().stream()
        .filter(named -> named.getName().equals(name))
        .map(named -> named.getContext().getCluster())
        .findFirst()
        .orElse("");
  }

  private static Config parse(String content) {
    try {
      var file = Serialization.unmarshal(content, Config.class);
      return file == null ? new Config() : file;
    } catch (RuntimeException invalid) {
      // The text may hold credentials: nothing of it goes into the message.
      throw new EngineException(FailureClass.INVALID, "the kubeconfig cannot be read");
    }
  }

  private static EngineException missing(String what) {
    return new EngineException(FailureClass.INVALID, "the kubeconfig has no " + what);
  }
}
