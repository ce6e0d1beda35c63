package dev.helium.service;

import io.vertx.core.Context;
import java.time.Duration;

/** Turns on one event loop. */
public record VertxTurns(Context context) implements Turns {
  @Override
  public void soon(Runnable task) {
    context.runOnContext(ignored -> task.run());
  }

  @Override
  public Runnable after(Duration delay, Runnable task) {
    long timer = context.owner().setTimer(Math.max(1, delay.toMillis()), ignored -> soon(task));
    return () -> context.owner().cancelTimer(timer);
  }
}
