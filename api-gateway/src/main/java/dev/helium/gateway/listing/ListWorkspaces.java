package dev.helium.gateway.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.helium.gateway.http.Answers;
import dev.helium.gateway.workspaces.CaughtUp;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.util.Map;

/**
 * Lists workspaces: their names alone, as the original did, when nothing is said about it; else
 * whole, a page at a time.
 */
public final class ListWorkspaces implements Handler<RoutingContext> {
  private static final String PATH = "/v1/api/workspaces";
  private static final String CURSOR = "cursor";

  private final Vertx vertx;
  private final ListingFeed feed;
  private final CaughtUp caughtUp;

  public ListWorkspaces(Vertx vertx, ListingFeed feed, CaughtUp caughtUp) {
    this.vertx = vertx;
    this.feed = feed;
    this.caughtUp = caughtUp;
  }

  @Override
  public void handle(RoutingContext context) {
    MultiMap parameters = context.queryParams();
    if (parameters.isEmpty()) {
      caughtUp.require();
      answer(context, feed.names());
      return;
    }
    ListQuery query = ListParameters.read(parameters);
    caughtUp.require();
    // Walking by all of them may take some milliseconds, which is long for an event loop.
    answer(
        context,
        feed.whole()
            .compose(
                listing ->
                    vertx.executeBlocking(
                        () -> body(listing.page(query), query, parameters), false)));
  }

  private static void answer(RoutingContext context, Future<Buffer> body) {
    body.onSuccess(list -> Answers.json(context, 200, list)).onFailure(context::fail);
  }

  private static Buffer body(ListPage page, ListQuery query, MultiMap parameters) {
    Buffer body = Buffer.buffer("{\"Workspaces\":[");
    String comma = "";
    for (ListedWorkspace workspace : page.workspaces()) {
      body.appendString(comma).appendBuffer(workspace.json());
      comma = ",";
    }
    body.appendString("],\"Count\":" + page.count());
    if (page.more()) {
      String next = next(parameters, ListCursor.text(query, last(page, query)));
      body.appendString(",\"Next\":").appendString(Json.encode(next));
    }
    return body.appendString("}");
  }

  private static ListPlace last(ListPage page, ListQuery query) {
    return page.workspaces().getLast().place(query.order());
  }

  /** The same address but for the cursor. */
  private static String next(MultiMap parameters, String cursor) {
    StringBuilder address = new StringBuilder(PATH).append('?');
    for (Map.Entry<String, String> parameter : parameters) {
      if (!parameter.getKey().equals(CURSOR)) {
        address
            .append(parameter.getKey())
            .append('=')
            .append(URLEncoder.encode(parameter.getValue(), UTF_8))
            .append('&');
      }
    }
    return address.append(CURSOR).append('=').append(cursor).toString();
  }
}
