package dev.helium.pages.web;

import dev.helium.pages.Api;
import dev.helium.pages.Visitor;
import dev.helium.pages.Visitors;
import dev.helium.pages.frame.Rendering;
import dev.helium.pages.frame.Viewer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mounts pages, so that each is only asked by somebody who is known. */
public final class Site {
  /** The field of a form that proves where it is from. */
  public static final String FORM_TOKEN = "formToken";

  private static final Logger LOG = LoggerFactory.getLogger(Site.class);
  private static final long MOST_OF_A_FORM = 64 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Router router;
  private final Api api;
  private final Visitors visitors;
  private final InstantSource clock;

  public Site(Router router, Api api, Visitors visitors, InstantSource clock) {
    this.router = router;
    this.api = api;
    this.visitors = visitors;
    this.clock = clock;
  }

  /** A whole page to look at; whoever is nobody signs in first and then comes back. */
  public void page(String path, Function<PageRequest, Future<PageAnswer>> page) {
    mount(router.get(path), (request, context) -> page.apply(request), Site::signIn);
  }

  /** A part of a page that a script reads again; whoever is nobody any more loads the page anew. */
  public void part(String path, Function<PageRequest, Future<PageAnswer>> part) {
    mount(router.get(path), (request, context) -> part.apply(request), Site::loadAnew);
  }

  /** What a form is sent to: at most 64 KiB, and only from a page that this visitor was shown. */
  public void form(String path, BiFunction<PageRequest, FormFields, Future<PageAnswer>> form) {
    Route route = router.post(path);
    route.handler(BodyHandler.create(false).setBodyLimit(MOST_OF_A_FORM));
    route.handler(Site::onlyForms);
    mount(
        route,
        (request, context) ->
            form.apply(request, new FormFields(context.request().formAttributes())),
        Site::signIn);
  }

  /** What a form with files is sent to; {@link Upload} says how much that may be. */
  public void upload(String path, BiFunction<PageRequest, Upload, Future<PageAnswer>> form) {
    Route route = router.post(path);
    route.handler(new UploadReader());
    mount(
        route,
        (request, context) -> form.apply(request, UploadReader.of(context)),
        Site::keepOrSignIn);
  }

  private void mount(
      Route route,
      BiFunction<PageRequest, RoutingContext, Future<PageAnswer>> page,
      Consumer<RoutingContext> nobody) {
    route.handler(
        context ->
            visitors
                .of(context)
                .onSuccess(found -> answer(context, found, page, nobody))
                .onFailure(context::fail));
    route.failureHandler(Site::fail);
  }

  private void answer(
      RoutingContext context,
      Optional<Visitor> found,
      BiFunction<PageRequest, RoutingContext, Future<PageAnswer>> page,
      Consumer<RoutingContext> nobody) {
    if (found.isEmpty()) {
      nobody.accept(context);
      return;
    }
    Visitor visitor = found.get();
    if (isForged(context, visitor)) {
      Failure.of(403).send(context, Viewer.of(visitor));
      return;
    }
    PageRequest request = new PageRequest(context, visitor, api, clock.instant());
    Future.succeededFuture()
        // Within a future, so that what is thrown is treated as what fails.
        .compose(ignored -> page.apply(request, context))
        .map(answer -> send(context, answer))
        .onFailure(failure -> refuse(context, visitor, failure, nobody));
  }

  private boolean isForged(RoutingContext context, Visitor visitor) {
    if (!context.request().method().name().equals("POST")) {
      return false;
    }
    String token = context.request().formAttributes().get(FORM_TOKEN);
    return !visitors.isFromForm(context, visitor, token == null ? "" : token);
  }

  private static boolean send(RoutingContext context, PageAnswer answer) {
    switch (answer) {
      case PageAnswer.Html html ->
          PageHeaders.send(context, html.status(), Rendering.html(html.template(), html.model()));
      case PageAnswer.SeeOther other -> seeOther(context, other.location());
    }
    return true;
  }

  private static void refuse(
      RoutingContext context, Visitor visitor, Throwable failure, Consumer<RoutingContext> nobody) {
    if (failure instanceof RefusedException refused) {
      if (refused.problem().status() == 401) {
        nobody.accept(context);
      } else {
        Failure.of(refused.problem()).send(context, Viewer.of(visitor));
      }
      return;
    }
    if (failure instanceof ErrorPageException known) {
      known.page().send(context, Viewer.of(visitor));
      return;
    }
    LOG.atWarn().setCause(failure).log("a page could not be made");
    int status = failure instanceof TimeoutException ? 503 : 500;
    Failure.of(status).send(context, Viewer.of(visitor));
  }

  private static void onlyForms(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      context.next();
    } else {
      context.fail(415);
    }
  }

  private static void fail(RoutingContext context) {
    if (context.response().ended()) {
      return;
    }
    int status =
        context.failure() instanceof HttpException http
            ? http.getStatusCode()
            : context.statusCode();
    if (status < 400 || status >= 500) {
      LOG.atWarn().setCause(context.failure()).log("a page could not be made");
    }
    Failure.of(status).send(context, Viewer.NOBODY);
  }

  private static void signIn(RoutingContext context) {
    // After a form was sent there is nothing to come back to by its address.
    String next = context.request().method().name().equals("GET") ? context.request().uri() : "/";
    seeOther(context, Query.of("/sign-in").with("next", LocalPath.of(next).orElse("/")).toString());
  }

  /** What a script asks for beside a form leaves alone what was typed into it. */
  private static void keepOrSignIn(RoutingContext context) {
    if (context.request().headers().contains("HX-Request")) {
      context.response().setStatusCode(401).end();
    } else {
      signIn(context);
    }
  }

  private static void loadAnew(RoutingContext context) {
    context.response().setStatusCode(401).putHeader("HX-Refresh", "true").end();
  }

  private static void seeOther(RoutingContext context, String location) {
    context
        .response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, location)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }
}
