package dev.helium.gateway.http;

/** The problems that there are; their types are part of the contract. */
public enum ProblemKind {
  UNREADABLE(400, "unreadable", "The request cannot be read"),
  UNAUTHORIZED(401, "unauthorized", "The request is not authorised"),
  FORBIDDEN(403, "forbidden", "It is not allowed to who asks"),
  UNKNOWN(404, "unknown", "There is no such thing"),
  WRONG_METHOD(405, "wrong-method", "The method is not allowed here"),
  TOO_SLOW(408, "too-slow", "The request did not arrive in time"),
  CONFLICT(409, "conflict", "The present state does not allow it"),
  QUOTA(409, "quota", "It is more than its owner may take"),
  GONE(410, "gone", "It is no longer there"),
  PRECONDITION_FAILED(412, "precondition-failed", "It is not as the request expects"),
  TOO_LARGE(413, "too-large", "The request is too large"),
  URI_TOO_LONG(414, "uri-too-long", "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The media type is not supported"),
  EXPECTATION_FAILED(417, "expectation-failed", "The expectation cannot be met"),
  MISDIRECTED(421, "misdirected", "The request is meant for another host"),
  INVALID(422, "invalid", "The request breaks rules"),
  RATE_LIMITED(429, "rate-limited", "There were too many requests"),
  HEADERS_TOO_LARGE(431, "headers-too-large", "The header fields are too large"),
  INTERNAL(500, "internal", "Something went wrong here"),
  UNAVAILABLE(503, "unavailable", "It cannot be answered now");

  private final int status;
  private final String word;
  private final String title;

  ProblemKind(int status, String word, String title) {
    this.status = status;
    this.word = word;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String type() {
    return "urn:helium:problem:" + word;
  }

  public String title() {
    return title;
  }

  /** The kind with that status; {@link #INTERNAL} when none has it. */
  public static ProblemKind of(int status) {
    for (ProblemKind kind : values()) {
      if (kind.status == status) {
        return kind;
      }
    }
    return INTERNAL;
  }
}
