package dev.helium.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A clock that does something when it is asked a certain time. The engine asks for the time before
 * it writes and after a provider has answered, so every question is a point between two records of
 * the journal.
 */
final class JournalClock implements InstantSource {
  private record Moment(int number, AtomicInteger asked, Runnable event) {}

  private volatile Moment moment;

  /**
   * Does it in the thread that asks the question with this number, counted from one and from now.
   */
  void at(int number, Runnable event) {
    moment = new Moment(number, new AtomicInteger(), event);
  }

  void goOn() {
    moment = null;
  }

  @Override
  public Instant instant() {
    var now = moment;
    if (now != null && now.asked().incrementAndGet() == now.number()) {
      now.event().run();
    }
    return Instant.now();
  }
}
