package dev.helium.pages.web;

import dev.helium.pages.Api;
import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.Visitor;
import dev.helium.pages.frame.Flash;
import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.frame.Viewer;
import dev.helium.pages.read.ApiProblem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A request for a page, by somebody who is known. */
public final class PageRequest {
  /** Longer than the API waits for nearly anything that pages ask. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RoutingContext context;
  private final Visitor visitor;
  private final Api api;
  private final Instant now;

  PageRequest(RoutingContext context, Visitor visitor, Api api, Instant now) {
    this.context = context;
    this.visitor = visitor;
    this.api = api;
    this.now = now;
  }

  public Viewer viewer() {
    return Viewer.of(visitor);
  }

  /** When it came. */
  public Instant now() {
    return now;
  }

  /** A parameter of the address; empty when it is not there. */
  public String query(String name) {
    String value = context.queryParams().get(name);
    return value == null ? "" : value.strip();
  }

  public List<String> queries(String name) {
    return List.copyOf(context.queryParams().getAll(name));
  }

  /** A part of the path, such as {@code id} of {@code /get/:id}. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /** What stands around the page; it says what the address says was done. */
  public Frame frame(String title, Section section) {
    return new Frame(title, section, viewer(), Flash.named(query(Flash.PARAMETER)), now);
  }

  /**
   * Reads from the API.
   *
   * @return fails with {@link RefusedException} when the API refuses
   */
  public Future<JsonObject> read(Query address) {
    return ask(ApiCall.get(address.toString())).compose(PageRequest::json);
  }

  /**
   * Has the API do something.
   *
   * @param body nothing is sent when it is empty
   * @param key the same for the same wish, so that asking twice does it once; may be empty
   * @return whatever was answered, refusals too
   */
  public Future<ApiAnswer> send(HttpMethod method, Query address, JsonObject body, String key) {
    Map<String, String> headers = new HashMap<>();
    if (!body.isEmpty()) {
      headers.put("content-type", "application/json");
    }
    if (!key.isEmpty()) {
      headers.put("Idempotency-Key", key);
    }
    Buffer content = body.isEmpty() ? Buffer.buffer() : body.toBuffer();
    return ask(new ApiCall(method, address.toString(), headers, content));
  }

  /** Work that would keep the event loop from others for too long. */
  public <T> Future<T> aside(Callable<T> work) {
    return context.vertx().executeBlocking(work, false);
  }

  /** As the visitor; fails when nothing was answered in time. */
  public Future<ApiAnswer> ask(ApiCall call) {
    return ask(call, PATIENCE);
  }

  /** The same for what may take longer than others. */
  public Future<ApiAnswer> ask(ApiCall call, Duration patience) {
    return api.ask(visitor, call).timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Future<JsonObject> json(ApiAnswer answer) {
    return answer.isGood()
        ? Future.succeededFuture(new JsonObject(answer.body()))
        : Future.failedFuture(new RefusedException(ApiProblem.of(answer)));
  }
}
