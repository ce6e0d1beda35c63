package dev.helium.gateway.deadletter;

import dev.helium.gateway.http.BodyReader;
import dev.helium.gateway.identity.Authentication;
import dev.helium.log.DeadLetter;
import dev.helium.log.DeadLetterBox;
import dev.helium.log.Letters;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.Place;
import dev.helium.log.Standing;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;

/** Notes that nothing is to be done about a dead letter any more. It is kept. */
final class DropDeadLetter implements Handler<RoutingContext> {
  private final LetterDesk desk;
  private final BodyReader bodies;
  private final List<String> fields;

  /**
   * @param fields that the request may have
   */
  DropDeadLetter(LetterDesk desk, BodyReader bodies, List<String> fields) {
    this.desk = desk;
    this.bodies = bodies;
    this.fields = List.copyOf(fields);
  }

  @Override
  public void handle(RoutingContext context) {
    long number = LetterDesk.number(context);
    String by = Authentication.identity(context).name();
    bodies
        .read(context.request())
        .map(body -> new DropForm(fields).why(body))
        .compose(why -> desk.change((box, letters) -> drop(box, letters, number, by, why)))
        .onSuccess(dealtWith -> dealtWith.answer(context))
        .onFailure(context::fail);
  }

  private static DealtWith drop(
      DeadLetterBox box, Letters letters, long number, String by, String why)
      throws LogUnavailableException {
    DeadLetter letter = LetterDesk.find(letters, number);
    return switch (letter.standing()) {
      case Standing.Waiting ignored -> {
        box.drop(letter, by, why);
        yield DealtWith.done(box, number);
      }
      case Standing.Redriven(Instant at, String who, Place to) ->
          new DealtWith(
              letter, "it was re-driven before, by %s at %s, to %s".formatted(who, at, to));
      case Standing.Dropped(Instant at, String who, String before) ->
          new DealtWith(
              letter, "it was dropped before, by %s at %s: %s".formatted(who, at, before));
    };
  }
}
