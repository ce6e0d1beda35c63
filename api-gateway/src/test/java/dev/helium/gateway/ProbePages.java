package dev.helium.gateway;

import dev.helium.gateway.pages.PageSource;
import dev.helium.pages.Api;
import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.Visitor;
import dev.helium.pages.Visitors;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One page that says who looks at it, and one form that asks the API for what it is told. */
final class ProbePages implements PageSource {
  static final String PAGE = "/probe";

  @Override
  public Consumer<Router> of(Api api, Visitors visitors) {
    return router -> {
      router
          .get(PAGE)
          .handler(
              context ->
                  visitors
                      .of(context)
                      .compose(visitor -> page(context, api, visitor))
                      .onFailure(context::fail));
      router
          .post(PAGE)
          .handler(BodyHandler.create(false))
          .handler(
              context ->
                  visitors
                      .of(context)
                      .compose(visitor -> form(context, api, visitors, visitor))
                      .onFailure(context::fail));
    };
  }

  private static Future<Void> page(RoutingContext context, Api api, Optional<Visitor> visitor) {
    if (visitor.isEmpty()) {
      return context
          .response()
          .setStatusCode(303)
          .putHeader("location", "/sign-in?next=" + PAGE)
          .end();
    }
    Visitor known = visitor.get();
    String ask = context.queryParams().get("ask");
    Future<Integer> asked =
        ask == null
            ? Future.succeededFuture(0)
            : api.ask(known, ApiCall.get(ask)).map(ApiAnswer::status);
    return asked.compose(
        status ->
            context.end(
                new JsonObject()
                    .put("name", known.name())
                    .put("role", known.role())
                    .put("operates", known.operates())
                    .put("administers", known.administers())
                    .put("canSignOut", known.canSignOut())
                    .put("formToken", known.formToken())
                    .put("asked", status)
                    .toBuffer()));
  }

  private static Future<Void> form(
      RoutingContext context, Api api, Visitors visitors, Optional<Visitor> visitor) {
    String token = Optional.ofNullable(context.request().getFormAttribute("formToken")).orElse("");
    if (visitor.isEmpty() || !visitors.isFromForm(context, visitor.get(), token)) {
      return context.response().setStatusCode(visitor.isEmpty() ? 401 : 403).end();
    }
    String body = Optional.ofNullable(context.request().getFormAttribute("body")).orElse("");
    return api.ask(
            visitor.get(),
            new ApiCall(
                HttpMethod.valueOf(context.request().getFormAttribute("method")),
                context.request().getFormAttribute("ask"),
                Map.of("content-type", "application/json", "Authorization", "Bearer nobody"),
                Buffer.buffer(body)))
        .compose(answer -> context.response().setStatusCode(answer.status()).end(answer.body()));
  }
}
