package dev.helium.gateway.stream;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/**
 * Sends to each subscriber one piece after the other, the next when the one before was taken. For
 * the thread of one context.
 */
final class Sending {
  private final Context context;
  private final Consumer<Subscriber> taken;
  private final Consumer<Subscriber> lost;

  /**
   * @param taken told of each subscriber that has all it was sent
   * @param lost told of each whose connection has broken
   */
  Sending(Context context, Consumer<Subscriber> taken, Consumer<Subscriber> lost) {
    this.context = context;
    this.taken = taken;
    this.lost = lost;
  }

  /** Begins to send something to a subscriber that is idle. */
  void send(Subscriber subscriber, Buffer bytes, Promise<Void> whenTaken) {
    subscriber.begins(bytes, whenTaken, System.nanoTime());
    piece(subscriber);
  }

  private void piece(Subscriber subscriber) {
    subscriber
        .response()
        .write(subscriber.piece())
        .onComplete(written -> context.runOnContext(ignored -> written(subscriber, written)));
  }

  private void written(Subscriber subscriber, AsyncResult<Void> written) {
    if (!subscriber.isBusy()) {
      // It has left meanwhile.
      return;
    }
    subscriber.pieceTaken(System.nanoTime());
    if (written.failed()) {
      lost.accept(subscriber);
    } else if (subscriber.hasMore()) {
      piece(subscriber);
    } else {
      subscriber.idle().complete();
      taken.accept(subscriber);
    }
  }
}
