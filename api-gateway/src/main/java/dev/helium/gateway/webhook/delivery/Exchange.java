package dev.helium.gateway.webhook.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.Objects;

/** One request and its answer, within a time and a size. */
final class Exchange {
  private final Vertx vertx;
  private final int largest;
  private final long timer;
  private final Promise<Answer> answer = Promise.promise();
  private HttpClientRequest request;
  private Answer head;
  private long read;
  private boolean over;

  Exchange(Vertx vertx, int largest, Duration longest) {
    this.vertx = vertx;
    this.largest = largest;
    this.timer = vertx.setTimer(Math.max(1, longest.toMillis()), ignored -> tooLate());
  }

  Future<Answer> answer() {
    return answer.future();
  }

  void send(HttpClientRequest connected, Buffer body) {
    request = connected;
    if (over) {
      request.reset();
      return;
    }
    request.exceptionHandler(this::fail);
    request.send(body).onSuccess(this::receive).onFailure(this::fail);
  }

  void fail(Throwable cause) {
    if (head == null) {
      end();
      answer.tryFail(cause);
    } else {
      // What it said it has said, whatever becomes of the rest.
      complete();
    }
  }

  private void receive(HttpClientResponse response) {
    head =
        new Answer(
            response.statusCode(),
            Objects.requireNonNullElse(response.getHeader("retry-after"), ""));
    response.exceptionHandler(this::fail);
    response.handler(this::take);
    response.endHandler(ignored -> complete());
  }

  /** Read, so that the connection can be used again, and not looked at. */
  private void take(Buffer bytes) {
    read += bytes.length();
    if (read > largest && !over) {
      complete();
      request.connection().close();
    }
  }

  private void tooLate() {
    if (over) {
      return;
    }
    fail(new NoAnswerException());
    if (request != null) {
      request.reset();
    }
  }

  private void complete() {
    end();
    answer.tryComplete(head);
  }

  private void end() {
    over = true;
    vertx.cancelTimer(timer);
  }
}
