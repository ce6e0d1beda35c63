package dev.helium.domain;

import java.util.Objects;

/**
 * Why a workspace is not ready.
 *
 * @param object kind and name, such as {@code Pod/web-5d7f}
 * @param code the cluster's own word, such as {@code ImagePullBackOff}
 * @param message what a person needs to know, without secrets; cut at 300 characters
 */
public record Reason(ReasonKind kind, String object, String code, String message) {
  private static final int LONGEST = 300;

  public Reason {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(code, "code");
    if (message.length() > LONGEST) {
      message = message.substring(0, LONGEST - 1) + "…";
    }
  }
}
