package dev.helium.gateway.http;

import io.vertx.core.buffer.Buffer;

/** Makes fields of a body of one media type. */
interface FieldReader {
  /** Takes the next bytes; no more of them than a body may have. */
  void take(Buffer bytes);

  /** The fields, when all bytes were taken, or a {@link ProblemException}. */
  Submitted.Body end();
}
