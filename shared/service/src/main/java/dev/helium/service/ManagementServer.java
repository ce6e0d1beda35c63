package dev.helium.service;

import dev.helium.service.metrics.ServiceMeters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** Answers whether the process lives, whether it is ready, and how it is doing. */
final class ManagementServer {
  private static final String OPEN_METRICS = "application/openmetrics-text";

  private final Vertx vertx;
  private final String name;
  private final Health health;
  private final ServiceMeters meters;

  ManagementServer(Vertx vertx, String name, Health health, ServiceMeters meters) {
    this.vertx = vertx;
    this.name = name;
    this.health = health;
    this.meters = meters;
  }

  Future<?> listen(String host, int port) {
    return vertx
        .createHttpServer(new HttpServerOptions().setIdleTimeout(30).setMaxHeaderSize(8192))
        .requestHandler(this::answer)
        .listen(port, host);
  }

  private void answer(HttpServerRequest request) {
    request.response().putHeader("cache-control", "no-store");
    request.response().putHeader("x-content-type-options", "nosniff");
    if (!request.method().equals(HttpMethod.GET)) {
      request.response().setStatusCode(405).putHeader("allow", "GET").end();
      return;
    }
    switch (request.path()) {
      case "/healthz" -> json(request, 200, new JsonObject().put("service", name));
      case "/readyz" -> ready(request);
      case "/metrics" -> metrics(request);
      default -> request.response().setStatusCode(404).end();
    }
  }

  private void ready(HttpServerRequest request) {
    JsonObject checks = new JsonObject();
    health.snapshot().forEach(checks::put);
    json(
        request,
        health.isReady() ? 200 : 503,
        new JsonObject().put("service", name).put("checks", checks));
  }

  /** Examples can be shown in OpenMetrics alone, so whoever understands that is given it. */
  private void metrics(HttpServerRequest request) {
    String accepted = request.getHeader("accept");
    String type =
        accepted != null && accepted.contains(OPEN_METRICS)
            ? ServiceMeters.OPEN_METRICS
            : ServiceMeters.TEXT;
    vertx
        .executeBlocking(() -> meters.text(type), false)
        .onSuccess(text -> request.response().putHeader("content-type", type).end(text))
        .onFailure(failure -> request.response().setStatusCode(500).end());
  }

  private static void json(HttpServerRequest request, int status, JsonObject body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(body.encode());
  }
}
