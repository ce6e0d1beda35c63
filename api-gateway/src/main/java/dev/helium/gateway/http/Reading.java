package dev.helium.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;

/** The arrival of one body. */
final class Reading {
  private static final long LINGER_MILLISECONDS = 1_000;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Limits limits;
  private final FieldReader fields;
  private final Promise<Submitted.Body> result = Promise.promise();
  private final long timer;
  private long arrived;
  private Throwable undecodable;

  Reading(Vertx vertx, HttpServerRequest request, Limits limits, FieldReader fields) {
    this.vertx = vertx;
    this.request = request;
    this.limits = limits;
    this.fields = fields;
    this.timer = vertx.setTimer(limits.arrival().toMillis(), ignored -> tooSlow());
    request.handler(this::take).exceptionHandler(this::fail).endHandler(ignored -> end());
  }

  Future<Submitted.Body> result() {
    return result.future();
  }

  private void take(Buffer bytes) {
    arrived += bytes.length();
    if (arrived <= limits.body()) {
      fields.take(bytes);
    } else if (arrived > Limits.DRAINED) {
      refuse(TooLarge.body(limits));
    }
  }

  private void end() {
    vertx.cancelTimer(timer);
    if (arrived > limits.body()) {
      result.tryFail(TooLarge.body(limits).exception());
    } else if (undecodable != null) {
      result.tryFail(problem(undecodable).exception());
    } else {
      complete();
    }
  }

  private void complete() {
    try {
      result.tryComplete(fields.end());
    } catch (ProblemException problem) {
      result.tryFail(problem);
    }
  }

  /** A body that cannot be decoded is still read to its end; a connection that broke has none. */
  private void fail(Throwable cause) {
    undecodable = cause;
    if (cause instanceof HttpClosedException) {
      end();
    }
  }

  private void tooSlow() {
    refuse(
        Problem.of(
            ProblemKind.TOO_SLOW,
            "The body has to arrive within " + limits.arrival().toSeconds() + " seconds."));
  }

  private void refuse(Problem problem) {
    vertx.cancelTimer(timer);
    refuse(request, problem).onFailure(result::tryFail);
  }

  /**
   * Gives up on a body. The connection ends after the answer, but not at once: closed while bytes
   * are still on their way, it would be reset before the client could read the answer.
   */
  static Future<Submitted.Body> refuse(HttpServerRequest request, Problem problem) {
    if (!request.response().headWritten()) {
      request.response().putHeader("connection", "close");
    }
    request.handler(ignored -> {}).exceptionHandler(ignored -> {}).endHandler(ignored -> {});
    HttpConnection connection = request.connection();
    Vertx.currentContext().owner().setTimer(LINGER_MILLISECONDS, ignored -> connection.close());
    return Future.failedFuture(problem.exception());
  }

  private static Problem unreadable() {
    return Problem.of(ProblemKind.UNREADABLE, "The body is not the form that it says it is.");
  }

  /** The decoder of forms has no type of its own for each limit. */
  private Problem problem(Throwable cause) {
    return cause.getClass().getSimpleName().startsWith("TooManyFormFields")
        ? TooLarge.fields(limits)
        : unreadable();
  }
}
