package dev.helium.cluster.component;

/** A failure whose message is a sentence for a person: what went wrong and what to do about it. */
public class ClusterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ClusterException(String message) {
    super(message);
  }

  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
