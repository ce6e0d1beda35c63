package dev.helium.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures every request and, at debug level, logs it; never its query, its body or a header. */
public final class RequestRecorder implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(RequestRecorder.class);
  private static final String OPERATION = "helium.operation";
  private static final String NONE = "none";

  private final MeterRegistry meters;

  public RequestRecorder(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void handle(RoutingContext context) {
    long start = System.nanoTime();
    context.addEndHandler(ignored -> record(context, System.nanoTime() - start));
    context.next();
  }

  void name(RoutingContext context, String operation) {
    context.put(OPERATION, operation);
    context.next();
  }

  private void record(RoutingContext context, long nanoseconds) {
    String operation = context.get(OPERATION, NONE);
    int status = context.response().getStatusCode();
    Timer.builder("helium.http.requests")
        .description("Requests answered")
        .tag("operation", operation)
        .tag("status", Integer.toString(status))
        .register(meters)
        .record(nanoseconds, TimeUnit.NANOSECONDS);
    LOG.atDebug()
        .addKeyValue("method", context.request().method())
        .addKeyValue("path", context.request().path())
        .addKeyValue("operation", operation)
        .addKeyValue("status", status)
        .addKeyValue("milliseconds", TimeUnit.NANOSECONDS.toMillis(nanoseconds))
        .log("answered");
  }
}
