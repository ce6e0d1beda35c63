package dev.helium.gateway.deadletter;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Problem;
import dev.helium.log.DeadLetter;
import dev.helium.log.Letters;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Lists dead letters in the order in which their records stand, page by page. */
final class ListDeadLetters implements Handler<RoutingContext> {
  private final LetterDesk desk;

  ListDeadLetters(LetterDesk desk) {
    this.desk = desk;
  }

  @Override
  public void handle(RoutingContext context) {
    LetterQuery query = LetterQuery.of(context.queryParams());
    desk.read((box, letters) -> json(letters, query))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  private static JsonObject json(Letters letters, LetterQuery query) {
    List<DeadLetter> waiting = letters.waiting();
    List<DeadLetter> rest = following(query.all() ? letters.all() : waiting, letters, query);
    List<DeadLetter> page = rest.subList(0, Math.min(query.limit(), rest.size()));
    JsonArray list = new JsonArray();
    page.forEach(letter -> list.add(LetterJson.of(letter)));
    JsonObject body =
        new JsonObject()
            .put("DeadLetters", list)
            .put("Waiting", waiting.size())
            .put("More", letters.more())
            .put("NoLetters", letters.foreign());
    return page.size() < rest.size() ? body.put("Next", query.next(page.getLast().number())) : body;
  }

  /** By where the last one stands, which does not change when it is dealt with meanwhile. */
  private static List<DeadLetter> following(
      List<DeadLetter> shown, Letters letters, LetterQuery query) {
    if (query.after() == 0) {
      return shown;
    }
    DeadLetter last =
        letters
            .numbered(query.after())
            .orElseThrow(
                () ->
                    Problem.invalid(
                            List.of(
                                new FieldError(
                                    "after", "must be what the page before named in Next")))
                        .exception());
    return shown.stream()
        .filter(letter -> DeadLetter.AS_THEY_STOOD.compare(letter, last) > 0)
        .toList();
  }
}
