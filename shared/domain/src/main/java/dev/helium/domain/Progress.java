package dev.helium.domain;

import java.util.Objects;

/**
 * How many of the pods that a workspace needs are ready.
 *
 * @param wanted what its controllers want, also before there are pods, and pods that nothing keeps
 * @param slowest kind and name of what has been holding it up for longest, such as {@code
 *     Pod/web-5d7f}; empty when nothing does
 */
public record Progress(int ready, int wanted, String slowest) {
  /** Nothing is wanted, or nobody has counted. */
  public static final Progress NONE = new Progress(0, 0, "");

  public Progress {
    Objects.requireNonNull(slowest, "slowest");
    if (ready < 0 || ready > wanted) {
      throw new IllegalArgumentException("of what is wanted between nothing and all is ready");
    }
  }
}
