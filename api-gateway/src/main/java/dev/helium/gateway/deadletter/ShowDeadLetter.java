package dev.helium.gateway.deadletter;

import dev.helium.gateway.http.Answers;
import dev.helium.log.DeadLetter;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** One dead letter: why, its headers, and the size and digest of its body. */
final class ShowDeadLetter implements Handler<RoutingContext> {
  private final LetterDesk desk;

  ShowDeadLetter(LetterDesk desk) {
    this.desk = desk;
  }

  @Override
  public void handle(RoutingContext context) {
    long number = LetterDesk.number(context);
    desk.read(
            (box, letters) -> {
              DeadLetter letter = LetterDesk.find(letters, number);
              JsonObject body = new JsonObject().put("DeadLetter", LetterJson.of(letter));
              box.content(letter).ifPresent(content -> body.put("Content", LetterJson.of(content)));
              return body;
            })
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }
}
