package dev.helium.service.tracing;

import dev.helium.wire.TraceParent;
import io.micrometer.core.instrument.Counter;
import io.opentelemetry.api.trace.StatusCode;

/** A span of OpenTelemetry's. */
final class SdkSpan implements Span {
  private final io.opentelemetry.api.trace.Span span;
  private final TraceParent place;
  private final Counter ended;

  SdkSpan(io.opentelemetry.api.trace.Span span, Counter ended) {
    this.span = span;
    this.place = Contexts.text(span.getSpanContext());
    this.ended = ended;
  }

  @Override
  public TraceParent place() {
    return place;
  }

  @Override
  public Span name(String name) {
    span.updateName(name);
    return this;
  }

  @Override
  public Span tag(Tag tag, String value) {
    span.setAttribute(tag.key(), value);
    return this;
  }

  @Override
  public Span tag(Tag tag, long value) {
    span.setAttribute(tag.key(), value);
    return this;
  }

  @Override
  public Span link(TraceParent other) {
    if (!other.isNone()) {
      span.addLink(Contexts.read(other));
    }
    return this;
  }

  @Override
  public Span failed(String kind) {
    span.setStatus(StatusCode.ERROR, kind);
    return this;
  }

  @Override
  public void end() {
    if (span.isRecording()) {
      span.end();
      ended.increment();
    }
  }
}
