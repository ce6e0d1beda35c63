package dev.helium.service.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is given, and says that it could not where it is told to. */
final class RecordingExporter implements SpanExporter {
  private final List<SpanData> spans = new CopyOnWriteArrayList<>();
  private volatile boolean failing;

  List<SpanData> spans() {
    return List.copyOf(spans);
  }

  void failing(boolean now) {
    failing = now;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> more) {
    if (failing) {
      return CompletableResultCode.ofFailure();
    }
    spans.addAll(more);
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
