package dev.helium.gateway.http;

import io.vertx.core.buffer.Buffer;

/** The body of a media type that is not supported: it is read, and not looked at. */
final class NoFields implements FieldReader {
  @Override
  public void take(Buffer bytes) {
    // Nothing is made of it.
  }

  @Override
  public Submitted.Body end() {
    throw Problem.of(
            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
            "Send multipart/form-data, application/x-www-form-urlencoded or application/json.")
        .exception();
  }
}
