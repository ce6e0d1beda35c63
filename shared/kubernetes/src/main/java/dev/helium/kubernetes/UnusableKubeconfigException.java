package dev.helium.kubernetes;

import java.io.Serial;

/** Why a kubeconfig is not used. The message never holds any of its content. */
public final class UnusableKubeconfigException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public UnusableKubeconfigException(String why) {
    super(why);
  }
}
