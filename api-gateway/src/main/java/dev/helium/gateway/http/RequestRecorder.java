package dev.helium.gateway.http;

import dev.helium.service.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
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
    meters.answered(operation, RequestKind.of(operation, context.request()), status, nanoseconds);
    LOG.atDebug()
        .addKeyValue("method", context.request().method())
        .addKeyValue("path", context.request().path())
        .addKeyValue("operation", operation)
        .addKeyValue("status", status)
        .addKeyValue("trace", RequestTrace.of(context).trace())
        .addKeyValue("milliseconds", TimeUnit.NANOSECONDS.toMillis(nanoseconds))
        .log("answered");
  }
}
