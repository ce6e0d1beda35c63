package dev.helium.service.tracing;

import dev.helium.service.metrics.Examples;
import dev.helium.wire.TraceParent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Makes spans with OpenTelemetry and hands them on by a thread of their own. Of spans that are
 * over, so many wait at most; further ones are lost. Whoever calls for a span decides whether there
 * are any of a trace, by the flag that comes with it; those that begin here are all made.
 */
final class SdkTracing implements Tracing, AutoCloseable {
  private static final int MOST_WAITING = 2_048;
  private static final int LARGEST_EXPORT = 512;
  private static final int LONGEST_VALUE = 256;
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration LONGEST_EXPORT = Duration.ofSeconds(10);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

  private final SdkTracerProvider provider;
  private final Tracer tracer;
  private final Counter ended;

  SdkTracing(SpanExporter exporter, Resource process, MeterRegistry meters) {
    this.provider =
        SdkTracerProvider.builder()
            .setResource(process)
            .setSpanLimits(SpanLimits.builder().setMaxAttributeValueLength(LONGEST_VALUE).build())
            .addSpanProcessor(
                BatchSpanProcessor.builder(new WatchedExporter(exporter, meters))
                    .setMaxQueueSize(MOST_WAITING)
                    .setMaxExportBatchSize(LARGEST_EXPORT)
                    .setScheduleDelay(PACE)
                    .setExporterTimeout(LONGEST_EXPORT)
                    .build())
            .build();
    this.tracer = provider.get("dev.helium");
    this.ended = WatchedExporter.spans(meters, "ended");
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public Span span(Span.Kind kind, String name, TraceParent parent) {
    return new SdkSpan(builder(kind, name, parent).startSpan(), ended);
  }

  @Override
  public Span span(Span.Kind kind, String name, TraceParent parent, Instant begun) {
    return new SdkSpan(builder(kind, name, parent).setStartTimestamp(begun).startSpan(), ended);
  }

  @Override
  public void measure(TraceParent place, Runnable measured) {
    SpanContext span = place.isNone() ? SpanContext.getInvalid() : Contexts.read(place);
    if (span.isSampled()) {
      Examples.in(span.getTraceId(), span.getSpanId(), measured);
    } else {
      measured.run();
    }
  }

  /** Hands on what waits, for as long as that may take. */
  @Override
  public void close() {
    provider.shutdown().join(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private SpanBuilder builder(Span.Kind kind, String name, TraceParent parent) {
    SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(kind(kind));
    return parent.isNone()
        ? builder.setNoParent()
        : builder.setParent(
            Context.root().with(io.opentelemetry.api.trace.Span.wrap(Contexts.read(parent))));
  }

  private static SpanKind kind(Span.Kind kind) {
    return switch (kind) {
      case SERVER -> SpanKind.SERVER;
      case PRODUCER -> SpanKind.PRODUCER;
      case CONSUMER -> SpanKind.CONSUMER;
      case INTERNAL -> SpanKind.INTERNAL;
    };
  }
}
