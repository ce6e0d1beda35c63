package dev.helium.gateway.stream;

import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.http.ProblemKind;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Asks each subscriber's permission again, every {@link #INTERVAL}: tokens expire and are taken
 * back, and roles change, while a stream goes on. For the thread of one context.
 */
final class Rechecks {
  static final Duration INTERVAL = Duration.ofSeconds(30);

  private final Context context;
  private final Duration interval;
  private final Consumer<Subscriber> ended;

  /**
   * @param ended told of each that may not listen any longer
   */
  Rechecks(Context context, Duration interval, Consumer<Subscriber> ended) {
    this.context = context;
    this.interval = interval;
    this.ended = ended;
  }

  /** Asks if it is time to. */
  void look(Subscriber subscriber, long now) {
    if (!subscriber.isDueForCheck(now, interval)) {
      return;
    }
    subscriber
        .admission()
        .again()
        .onSuccess(
            identity ->
                context.runOnContext(
                    ignored -> {
                      subscriber.permit(new Permit(identity));
                      if (!subscriber.permit().holds()) {
                        ended.accept(subscriber);
                      }
                    }))
        .onFailure(
            failure -> {
              if (isRefusal(failure)) {
                context.runOnContext(ignored -> ended.accept(subscriber));
              }
            });
  }

  /** That nobody can say at present who it is ends nothing. */
  private static boolean isRefusal(Throwable failure) {
    return failure instanceof ProblemException refused
        && (refused.problem().kind() == ProblemKind.UNAUTHORIZED
            || refused.problem().kind() == ProblemKind.FORBIDDEN);
  }
}
