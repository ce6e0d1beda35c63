package dev.helium.service.metrics;

import io.prometheus.metrics.tracer.common.SpanContext;
import java.util.Objects;

/**
 * In which span something is measured, said where it is measured, so that a bucket can show the
 * trace of one that fell into it. It costs nothing where nobody says so.
 */
public final class Examples implements SpanContext {
  private static final Span NONE = new Span("", "");
  private static final ThreadLocal<Span> CURRENT = ThreadLocal.withInitial(() -> NONE);

  private record Span(String trace, String id) {
    Span {
      Objects.requireNonNull(trace, "trace");
      Objects.requireNonNull(id, "id");
    }
  }

  /**
   * Measures in a span that is kept.
   *
   * @param trace in hexadecimal, as the span; empty for none
   * @param measured records on this thread
   */
  public static void in(String trace, String span, Runnable measured) {
    Span before = CURRENT.get();
    CURRENT.set(new Span(trace, span));
    try {
      measured.run();
    } finally {
      CURRENT.set(before);
    }
  }

  @Override
  public String getCurrentTraceId() {
    return orNull(CURRENT.get().trace());
  }

  @Override
  public String getCurrentSpanId() {
    return orNull(CURRENT.get().id());
  }

  @Override
  public boolean isCurrentSpanSampled() {
    return !CURRENT.get().trace().isEmpty();
  }

  @Override
  public void markCurrentSpanAsExemplar() {
    // All that are said are kept anyhow.
  }

  /** As the library asks for it. */
  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
