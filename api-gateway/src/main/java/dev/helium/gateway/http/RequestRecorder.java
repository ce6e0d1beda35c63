package dev.helium.gateway.http;

import dev.helium.service.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures and traces every request and, at debug level, logs it; never its query, its body or a
 * header.
 */
public final class RequestRecorder implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(RequestRecorder.class);
  private static final String OPERATION = "helium.operation";
  private static final String NONE = "none";
  private static final String PAGE = "helium.page";

  private final RequestMeters meters;
  private final Tracing tracing;

  public RequestRecorder(MeterRegistry meters, Tracing tracing) {
    this.meters = new RequestMeters(meters);
    this.tracing = tracing;
  }

  @Override
  public void handle(RoutingContext context) {
    long start = System.nanoTime();
    RequestTrace.begin(context, tracing);
    context.addEndHandler(ignored -> record(context, System.nanoTime() - start));
    context.next();
  }

  /** The operation that a request is for, as the contract calls it. */
  public static String operation(RoutingContext context) {
    return context.get(OPERATION, NONE);
  }

  /** Whether a request is for an operation of the contract. */
  static boolean isOfContract(RoutingContext context) {
    return !operation(context).equals(NONE) && !isPage(context);
  }

  private static boolean isPage(RoutingContext context) {
    return context.get(PAGE) != null;
  }

  /**
   * Says that a request is for a page, and how that is called; of the few dozens that there are.
   * What is said first counts.
   */
  public void page(RoutingContext context, String name) {
    if (isPage(context)) {
      context.next();
      return;
    }
    context.put(PAGE, true);
    name(context, name);
  }

  void name(RoutingContext context, String operation) {
    context.put(OPERATION, operation);
    RequestTrace.name(context, operation);
    meters.begun(operation);
    context.next();
  }

  private void record(RoutingContext context, long nanoseconds) {
    RequestTrace.end(context);
    String operation = operation(context);
    int status = context.response().getStatusCode();
    if (!operation.equals(NONE)) {
      meters.ended(operation);
    }
    RequestKind kind = kind(context, operation);
    tracing.measure(
        RequestTrace.of(context), () -> meters.answered(operation, kind, status, nanoseconds));
    LOG.atDebug()
        .addKeyValue("method", context.request().method())
        .addKeyValue("path", context.request().path())
        .addKeyValue("operation", operation)
        .addKeyValue("status", status)
        .addKeyValue("trace", RequestTrace.of(context).trace())
        .addKeyValue("milliseconds", TimeUnit.NANOSECONDS.toMillis(nanoseconds))
        .log("answered");
  }

  private static RequestKind kind(RoutingContext context, String operation) {
    HttpServerRequest request = context.request();
    String query = Objects.requireNonNullElse(request.query(), "");
    return isPage(context) ? RequestKind.PAGE : RequestKind.of(operation, request.method(), query);
  }
}
