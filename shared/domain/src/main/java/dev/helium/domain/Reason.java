package dev.helium.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * Why a workspace is not ready.
 *
 * @param object kind and name, such as {@code Pod/web-5d7f}
 * @param code a word of {@link ReadinessCode}, such as {@code ImagePullBackOff}, or another one of
 *     the cluster's own
 * @param message what a person needs to know, without secrets; cut at 300 characters
 * @param since when this was first seen of the object, also under other messages; {@link
 *     #SINCE_UNKNOWN} when nobody noted it
 */
public record Reason(ReasonKind kind, String object, String code, String message, Instant since) {
  /** Of what was said before this was noted. */
  public static final Instant SINCE_UNKNOWN = Instant.EPOCH;

  private static final int LONGEST = 300;

  public Reason {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(code, "code");
    if (message.length() > LONGEST) {
      message = message.substring(0, LONGEST - 1) + "…";
    }
    Objects.requireNonNull(since, "since");
  }

  /** A reason of which nobody has noted yet since when. */
  public Reason(ReasonKind kind, String object, String code, String message) {
    this(kind, object, code, message, SINCE_UNKNOWN);
  }

  /** True when it is the same trouble of the same object, whatever is said of it. */
  public boolean isSameTrouble(Reason other) {
    return kind == other.kind && object.equals(other.object) && code.equals(other.code);
  }

  /** Where to look. */
  public ReasonClass reasonClass() {
    return ReadinessCode.find(code).map(ReadinessCode::reasonClass).orElse(ReasonClass.CLUSTER);
  }

  /** What a person can do about it, in one sentence. */
  public String wayOn() {
    return ReadinessCode.find(code).map(ReadinessCode::wayOn).orElseGet(kind::wayOn);
  }

  public Reason since(Instant instant) {
    return new Reason(kind, object, code, message, instant);
  }
}
