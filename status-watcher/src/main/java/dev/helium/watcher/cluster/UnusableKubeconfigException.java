package dev.helium.watcher.cluster;

import java.io.Serial;

/** Why a kubeconfig is not used. The message never holds any of its content. */
final class UnusableKubeconfigException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnusableKubeconfigException(String why) {
    super(why);
  }
}
