package dev.helium.view;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Real members on free ports of the loopback. */
final class Members implements AutoCloseable {
  final Vertx vertx = Vertx.vertx();
  private final List<ViewMember> started = new ArrayList<>();

  ViewMember start(String... others) {
    ViewMember member =
        await(ViewMember.start(vertx, new ViewSettings("127.0.0.1", 0, List.of(others))));
    started.add(member);
    return member;
  }

  static <T> T await(Future<T> future) {
    try {
      return future.await(60, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("no answer", late);
    }
  }

  @Override
  public void close() {
    started.forEach(member -> await(member.close()));
    await(vertx.close());
  }
}
