package dev.helium.gateway.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** What is to be expected of how long a request takes. */
enum RequestKind {
  /** Answered from what this gateway knows. */
  READ,
  /** Goes to the log and back. */
  CHANGE,
  /** As long as it takes until something has happened, as was asked for. */
  WAITING,
  /** As long as somebody listens. */
  STREAMING,
  /** A page, made of several answers of the API. */
  PAGE;

  private static final String STREAM = "streamEvents";

  /** Reads the whole log. */
  private static final String TRIAL = "tryPolicy";

  private static final String WAIT = "wait=";

  static RequestKind of(String operation, HttpServerRequest request) {
    if (operation.equals(STREAM)) {
      return STREAMING;
    }
    String query = request.query();
    if (operation.equals(TRIAL) || (query != null && query.contains(WAIT))) {
      return WAITING;
    }
    return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
        ? READ
        : CHANGE;
  }
}
