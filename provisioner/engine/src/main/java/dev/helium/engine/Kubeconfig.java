package dev.helium.engine;

import java.nio.file.Path;
import java.util.Objects;

/** Which cluster a stack without an explicit provider talks to. */
public sealed interface Kubeconfig {
  /**
   * {@code KUBECONFIG} of the command's environment, else the home directory's, else the pod's own
   * account.
   */
  record Ambient() implements Kubeconfig {}

  /** A kubeconfig file; read anew for every run. */
  record File(Path path) implements Kubeconfig {
    public File {
      Objects.requireNonNull(path, "path");
    }
  }

  /** A kubeconfig given as text. */
  record Content(String yaml) implements Kubeconfig {
    public Content {
      Objects.requireNonNull(yaml, "yaml");
    }

    @Override
    public String toString() {
      return "Content[secret]";
    }
  }
}
