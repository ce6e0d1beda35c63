package dev.helium.service.tracing;

import dev.helium.wire.TraceParent;
import java.time.Instant;

/** Makes the spans of a process. Safe for use from any thread; nothing here blocks. */
public sealed interface Tracing permits NoTracing, SdkTracing {
  /** Makes none. What follows from a span of somebody else's goes on following from that one. */
  static Tracing off() {
    return NoTracing.INSTANCE;
  }

  /** Whether there is anybody to tell: for who would have to prepare what is told. */
  boolean isOn();

  /**
   * Begins a span.
   *
   * @param name one of a few: what tells one workspace from another is a tag
   * @param parent that it follows from; without one it is the first of a new trace
   */
  Span span(Span.Kind kind, String name, TraceParent parent);

  /** The same for a span that has begun before. */
  Span span(Span.Kind kind, String name, TraceParent parent, Instant begun);

  /**
   * Measures something as part of a span, so that a histogram can show the trace of one of those
   * that it counts. Only measures where nobody is told of the trace.
   *
   * @param measured records on this thread
   */
  void measure(TraceParent place, Runnable measured);
}
