package dev.helium.service.tracing;

import dev.helium.wire.TraceParent;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

/** Spans of other processes, as OpenTelemetry and as records name them. */
final class Contexts {
  private static final int SPAN_BEGINS = 36;
  private static final int SPAN_ENDS = 52;
  private static final int FLAGS_BEGIN = 53;

  private Contexts() {}

  static SpanContext read(TraceParent parent) {
    String text = parent.text();
    return SpanContext.createFromRemoteParent(
        parent.trace(),
        text.substring(SPAN_BEGINS, SPAN_ENDS),
        TraceFlags.fromHex(text, FLAGS_BEGIN),
        TraceState.getDefault());
  }

  static TraceParent text(SpanContext context) {
    return new TraceParent(
        "00-"
            + context.getTraceId()
            + "-"
            + context.getSpanId()
            + "-"
            + context.getTraceFlags().asHex());
  }
}
