package dev.helium.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a problem document of everything that goes wrong with a request. */
final class Problems implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** What the router says by itself, outside of any handler. */
  private static final List<Integer> OF_THE_ROUTER = List.of(400, 404, 405, 406, 415, 500);

  private final Contract contract;
  private final WebPages pages;

  Problems(Contract contract, WebPages pages) {
    this.contract = contract;
    this.pages = pages;
  }

  /** What was said on purpose; comes before whoever has words for all other failures. */
  void answerKnown(Router router) {
    router
        .route()
        .failureHandler(
            context -> {
              if (context.failure() instanceof ProblemException) {
                handle(context);
              } else {
                context.next();
              }
            });
  }

  void answerFor(Router router) {
    router.route().failureHandler(this);
    OF_THE_ROUTER.forEach(status -> router.errorHandler(status, this));
  }

  @Override
  public void handle(RoutingContext context) {
    Problem problem = problem(context);
    if (!WantsPage.is(context) || !say(context, problem)) {
      send(context.request(), problem, RequestTrace.of(context).trace());
    }
  }

  /** Answers what could not even be read as a request. */
  static void answerInvalid(HttpServerRequest request) {
    String message = String.valueOf(request.decoderResult().cause().getMessage());
    ProblemKind kind = ProblemKind.UNREADABLE;
    if (message.startsWith("An HTTP line")) {
      kind = ProblemKind.URI_TOO_LONG;
    } else if (message.startsWith("HTTP header")) {
      kind = ProblemKind.HEADERS_TOO_LARGE;
    }
    request.response().putHeader("connection", "close");
    send(request, Problem.of(kind, kind.title() + "."), "");
  }

  static void answerUnreadablePath(HttpServerRequest request) {
    send(
        request,
        Problem.of(
            ProblemKind.UNREADABLE, "The path has a % that no two hexadecimal digits follow."),
        "");
  }

  private Problem problem(RoutingContext context) {
    if (context.failure() instanceof ProblemException known) {
      return known.problem();
    }
    if (context.failure() != null && context.statusCode() >= 500) {
      LOG.atError()
          .addKeyValue("method", context.request().method())
          .addKeyValue("path", context.request().path())
          .addKeyValue("trace", RequestTrace.of(context).trace())
          .setCause(context.failure())
          .log("a request could not be answered");
    }
    ProblemKind kind = ProblemKind.of(context.statusCode());
    return switch (kind) {
      case UNKNOWN -> Problem.of(kind, "Nothing is served at this path; see /openapi.yaml.");
      case WRONG_METHOD -> wrongMethod(context);
      case INTERNAL -> Problem.of(kind, "The service failed to answer; its log says why.");
      case UNREADABLE,
          UNAUTHORIZED,
          FORBIDDEN,
          TOO_SLOW,
          CONFLICT,
          QUOTA,
          GONE,
          PRECONDITION_FAILED,
          TOO_LARGE,
          URI_TOO_LONG,
          UNSUPPORTED_MEDIA_TYPE,
          EXPECTATION_FAILED,
          MISDIRECTED,
          INVALID,
          RATE_LIMITED,
          HEADERS_TOO_LARGE,
          UNAVAILABLE ->
          Problem.of(kind, kind.title() + ".");
    };
  }

  private Problem wrongMethod(RoutingContext context) {
    String allowed = contract.methodsAt(context.request().path());
    return new Problem(
        ProblemKind.WRONG_METHOD,
        "This path takes " + allowed + ".",
        List.of(),
        Map.of("allow", allowed));
  }

  /** True also when there is nobody to say it to. */
  private boolean say(RoutingContext context, Problem problem) {
    ProblemKind kind = problem.kind();
    String detail =
        kind == ProblemKind.UNKNOWN ? "Nothing is served at this address." : problem.detail();
    return !begin(context.request(), problem)
        || pages.say(context, kind.status(), kind.title(), detail);
  }

  private static void send(HttpServerRequest request, Problem problem, String trace) {
    if (begin(request, problem)) {
      request
          .response()
          .putHeader("content-type", Problem.MEDIA_TYPE)
          .end(problem.json(trace).toBuffer());
    }
  }

  /** False when there is nobody to answer to. */
  private static boolean begin(HttpServerRequest request, Problem problem) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return false;
    }
    // Again, as some things go wrong before any handler is asked.
    SafeHeaders.put(response, request.isSSL());
    problem.headers().forEach(response::putHeader);
    response.setStatusCode(problem.kind().status());
    return true;
  }
}
