package dev.helium.gateway.http;

import dev.helium.service.tracing.Span;
import dev.helium.service.tracing.Tag;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import io.vertx.ext.web.RoutingContext;

/** The span of a request, which follows from the one that the request names. */
public final class RequestTrace {
  private static final String SPAN = "helium.span";
  private static final String HEADER = "traceparent";
  private static final int LEAST_FAULT = 500;

  private RequestTrace() {}

  /** The span of a request; none where nobody traces. */
  public static TraceParent of(RoutingContext context) {
    Span span = context.get(SPAN);
    return span == null ? TraceParent.NONE : span.place();
  }

  static void begin(RoutingContext context, Tracing tracing) {
    TraceParent parent = TraceParent.sent(context.request().getHeader(HEADER));
    if (tracing.isOn() || !parent.isNone()) {
      context.put(
          SPAN,
          tracing
              .span(Span.Kind.SERVER, "request", parent)
              .tag(Tag.METHOD, context.request().method().name()));
    }
  }

  static void name(RoutingContext context, String operation) {
    Span span = context.get(SPAN);
    if (span != null) {
      span.name(operation);
    }
  }

  static void end(RoutingContext context) {
    Span span = context.get(SPAN);
    if (span != null) {
      int status = context.response().getStatusCode();
      span.tag(Tag.STATUS, status);
      if (status >= LEAST_FAULT) {
        span.failed(Integer.toString(status));
      }
      span.end();
    }
  }
}
