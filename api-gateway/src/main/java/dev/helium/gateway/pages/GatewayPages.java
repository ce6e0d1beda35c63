package dev.helium.gateway.pages;

import dev.helium.gateway.access.Gatekeeper;
import dev.helium.gateway.http.ApiRouter;
import dev.helium.gateway.http.Guards;
import dev.helium.gateway.http.RequestRecorder;
import dev.helium.gateway.http.WebPages;
import dev.helium.gateway.identity.Admission;
import dev.helium.gateway.signin.SignInRoutes;
import dev.helium.pages.ErrorPage;
import dev.helium.pages.Visitors;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The pages of a gateway, and the API as they ask it. */
public final class GatewayPages implements WebPages {
  private final SignInRoutes signIn;
  private final InnerApi api;
  private final RecordedPages pages;

  /**
   * Reads files, and so blocks.
   *
   * @param guards of whoever else asks
   * @param keeper asks such an admission who it is
   * @param router of the API, with another keeper and other guards
   */
  public GatewayPages(
      Vertx vertx,
      SignInRoutes signIn,
      Visitors visitors,
      PageSource source,
      RequestRecorder recorder,
      Guards guards,
      Function<Admission, Gatekeeper> keeper,
      BiFunction<Gatekeeper, Guards, ApiRouter> router,
      InstantSource clock,
      RandomGenerator random) {
    Passes passes = new Passes(clock, random);
    this.signIn = signIn;
    this.api =
        new InnerApi(vertx, router.apply(keeper.apply(passes), behind(passes, guards)), passes);
    this.pages = new RecordedPages(vertx, source.of(api, visitors), recorder);
  }

  /** Completes when they can be made. */
  public Future<Void> start() {
    return api.start();
  }

  /** Once none is asked for any more. */
  public Future<Void> close() {
    return api.close();
  }

  @Override
  public void mount(Router router) {
    signIn.mount(router);
    pages.mount(router);
  }

  @Override
  public boolean say(RoutingContext context, int status, String title, String detail) {
    new ErrorPage(status, title, detail, "Go back, or start from the first page.").send(context);
    return true;
  }

  private static Guards behind(Passes passes, Guards guards) {
    List<Handler<RoutingContext>> ofAll = new ArrayList<>();
    ofAll.add(passes);
    ofAll.addAll(guards.ofAll());
    return new Guards(ofAll, guards.beforeAuthentication());
  }
}
