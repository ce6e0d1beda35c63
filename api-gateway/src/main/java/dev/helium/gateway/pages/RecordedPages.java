package dev.helium.gateway.pages;

import dev.helium.gateway.http.RequestRecorder;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.function.Consumer;

/** Pages each of which is recorded by its route, before it is made and however that ends. */
record RecordedPages(Vertx vertx, Consumer<Router> pages, RequestRecorder recorder) {
  /** Adds them to the router of one event loop. */
  void mount(Router router) {
    Router routes = Router.router(vertx);
    pages.accept(routes);
    routes.getRoutes().stream()
        .filter(route -> route.getPath() != null)
        .forEach(route -> record(route, router));
    pages.accept(router);
  }

  /** Pages know nothing of the recorder, so each is told by a route like its own before it. */
  private void record(Route page, Router router) {
    String path = page.getPath();
    Route before = router.route(page.isExactPath() ? path : path + "*");
    if (page.methods() != null) {
      page.methods().forEach(before::method);
    }
    before.handler(context -> recorder.page(context, "page " + path));
  }
}
