package dev.helium.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.Set;
import java.util.TreeSet;

/** Routes requests to operations as the contract says. */
public final class ApiRouter {
  private final Contract contract;
  private final Operations operations;
  private final Handler<RoutingContext> authentication;
  private final Guards guards;
  private final RequestRecorder recorder;
  private final WebPages pages;

  /**
   * @param authentication comes first wherever the contract asks who it is
   * @param pages beside what the contract describes
   * @throws IllegalArgumentException unless each operation of the contract has its handler and no
   *     other has one
   */
  public ApiRouter(
      Contract contract,
      Operations operations,
      Handler<RoutingContext> authentication,
      Guards guards,
      RequestRecorder recorder,
      WebPages pages) {
    this.contract = contract;
    this.operations = operations;
    this.authentication = authentication;
    this.guards = guards;
    this.recorder = recorder;
    this.pages = pages;
    Set<String> described = new TreeSet<>();
    contract.routes().operations().forEach(each -> described.add(each.getOperationId()));
    if (!described.equals(operations.handlers().keySet())) {
      throw new IllegalArgumentException(
          "the contract has the operations "
              + described
              + ", the handlers are for "
              + new TreeSet<>(operations.handlers().keySet()));
    }
  }

  /** A router of its own for one event loop. */
  public Router create(Vertx vertx) {
    RouterBuilder builder = RouterBuilder.create(vertx, contract.routes());
    builder.rootHandler(recorder);
    builder.rootHandler(new SafeHeaders());
    guards.ofAll().forEach(builder::rootHandler);
    builder.getRoutes().forEach(this::connect);
    Router router = builder.createRouter();
    Problems problems = new Problems(contract, pages);
    problems.answerKnown(router);
    pages.mount(router);
    problems.answerFor(router);
    return router;
  }

  /**
   * Checks are made by the operations: the library stops at the first broken rule, leaves the event
   * loop for it, and knows neither this contract's forms nor its problem documents.
   */
  private void connect(OpenAPIRoute route) {
    String id = route.getOperation().getOperationId();
    route.setDoValidation(false);
    route.setDoSecurity(false);
    route.addHandler(context -> recorder.name(context, id));
    if (!route.getOperation().getSecurityRequirements().isEmpty()) {
      guards.beforeAuthentication().forEach(route::addHandler);
      route.addHandler(authentication);
      route.addHandler(KnownParameters.of(route.getOperation()));
    }
    route.addHandler(operations.handlers().get(id));
  }
}
