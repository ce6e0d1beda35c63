package dev.helium.service.tracing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what became of spans, and says once when they cannot be handed on any more, and once when
 * they can again. What cannot be handed on is lost.
 */
final class WatchedExporter implements SpanExporter {
  private static final Logger LOG = LoggerFactory.getLogger(WatchedExporter.class);

  private final SpanExporter exporter;
  private final Counter sent;
  private final Counter failed;
  private final AtomicBoolean failing = new AtomicBoolean();

  WatchedExporter(SpanExporter exporter, MeterRegistry meters) {
    this.exporter = exporter;
    this.sent = spans(meters, "sent");
    this.failed = spans(meters, "failed");
  }

  static Counter spans(MeterRegistry meters, String outcome) {
    return Counter.builder("helium.traces.spans")
        .description("Spans that have ended, and what became of them")
        .tag("outcome", outcome)
        .register(meters);
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int size = spans.size();
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(() -> exported(size, result.isSuccess()));
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  private void exported(int spans, boolean success) {
    (success ? sent : failed).increment(spans);
    if (failing.getAndSet(!success) == success) {
      if (success) {
        LOG.atInfo().log("traces arrive again");
      } else {
        LOG.atWarn()
            .addKeyValue("spans", spans)
            .log("traces do not arrive where HELIUM_TRACES says; spans are lost until they do");
      }
    }
  }
}
