package dev.helium.gateway.history;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Numbers;
import dev.helium.gateway.http.Problem;
import dev.helium.wire.Snapshot;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/** The events of all lives of a name, page by page. */
public final class ListEvents implements Handler<RoutingContext> {
  private static final int DEFAULT = 100;

  private final History history;
  private final EventJson json = new EventJson();

  public ListEvents(History history) {
    this.history = history;
  }

  @Override
  public void handle(RoutingContext context) {
    List<FieldError> errors = new ArrayList<>();
    long after =
        Numbers.read("after", context.queryParams().get("after"), 0, Long.MAX_VALUE, 0, errors);
    long limit =
        Numbers.read("limit", context.queryParams().get("limit"), 1, History.PAGE, DEFAULT, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
    history
        .find(context)
        .compose(
            snapshot ->
                history
                    .read(snapshot, after, (int) limit)
                    .map(events -> page(snapshot, events, after, limit)))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  private JsonObject page(Snapshot snapshot, List<NumberedEvent> events, long after, long limit) {
    JsonArray list = new JsonArray();
    events.forEach(event -> list.add(json.of(event)));
    JsonObject page =
        new JsonObject()
            .put("Events", list)
            .put("Count", snapshot.offsets().count())
            .put("Unlisted", snapshot.offsets().dropped());
    long last = Math.max(after, snapshot.offsets().dropped()) + limit;
    if (last < snapshot.offsets().count()) {
      page.put(
          "Next",
          "/v1/api/workspace/"
              + snapshot.view().workspace().id()
              + "/events?after="
              + last
              + "&limit="
              + limit);
    }
    return page;
  }
}
