package dev.helium.launcher.stack;

import java.nio.file.Path;

/**
 * The command that turns a person's shell to the namespace of a workspace, with {@code {id}} and
 * {@code {namespace}} to be filled in.
 *
 * <p>It makes a file of its own for each workspace: other terminals stay where they are, and
 * neither the person's kubeconfig nor the one that the services read is changed.
 */
final class KubeconfigTemplate {
  private KubeconfigTemplate() {}

  /**
   * @param kubeconfig of the cluster, whose current context is the one to use
   * @param directory for the files, readable by their owner only
   */
  static String of(Path kubeconfig, Path directory) {
    String own = quoted(directory.resolve("{id}"));
    return "kubectl --kubeconfig %s config view --raw --minify --flatten > %s && export KUBECONFIG=%s"
            .formatted(quoted(kubeconfig), own, own)
        + " && kubectl config set-context --current --namespace={namespace}";
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
