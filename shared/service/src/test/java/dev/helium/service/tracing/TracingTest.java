package dev.helium.service.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import dev.helium.service.metrics.ServiceMeters;
import dev.helium.wire.TraceParent;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TracingTest {
  private static final TraceParent SOMEBODY =
      new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  private static final TraceParent UNWANTED =
      new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RecordingExporter exporter = new RecordingExporter();

  @Test
  void aSpanFollowsFromWhatItIsGivenAndOthersFromIt() {
    // given
    SdkTracing tracing = tracing();
    Instant begun = Instant.parse("2026-03-01T10:00:00Z");
    // when
    Span first = tracing.span(Span.Kind.SERVER, "first", SOMEBODY, begun);
    Span second = tracing.span(Span.Kind.INTERNAL, "second", first.place());
    second.tag(Tag.WORKSPACE, "blue").tag(Tag.ATTEMPT, 2).link(UNWANTED).failed("TIMED_OUT").end();
    first.name("renamed").end();
    tracing.close();
    // then
    SpanData outer = named("renamed");
    SpanData inner = named("second");
    assertThat(outer.getTraceId()).isEqualTo(SOMEBODY.trace());
    assertThat(outer.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(outer.getStartEpochNanos()).isEqualTo(begun.getEpochSecond() * 1_000_000_000L);
    assertThat(inner.getTraceId()).isEqualTo(outer.getTraceId());
    assertThat(inner.getParentSpanId()).isEqualTo(outer.getSpanId());
    assertThat(inner.getAttributes().asMap())
        .containsEntry(AttributeKey.stringKey("helium.workspace"), "blue")
        .containsEntry(AttributeKey.longKey("helium.attempt"), 2L);
    assertThat(inner.getLinks())
        .extracting(link -> link.getSpanContext().getTraceId())
        .containsExactly(UNWANTED.trace());
    assertThat(inner.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
  }

  @Test
  void whatFollowsFromNothingBeginsATraceOfItsOwn() {
    // given
    SdkTracing tracing = tracing();
    // when
    Span one = tracing.span(Span.Kind.INTERNAL, "one", TraceParent.NONE);
    Span other = tracing.span(Span.Kind.INTERNAL, "other", TraceParent.NONE);
    // then
    assertThat(one.place().trace()).isNotEmpty().isNotEqualTo(other.place().trace());
    tracing.close();
  }

  @Test
  void aTraceThatTheCallerDoesNotWantIsNotTold() {
    // given
    SdkTracing tracing = tracing();
    // when
    Span span = tracing.span(Span.Kind.SERVER, "unwanted", UNWANTED);
    span.end();
    tracing.close();
    // then it still is what others follow from
    assertThat(span.place().text()).startsWith("00-" + UNWANTED.trace()).endsWith("-00");
    assertThat(exporter.spans()).isEmpty();
  }

  @Test
  void whatDoesNotArriveIsCounted() {
    // given
    SdkTracing tracing = tracing();
    exporter.failing(true);
    // when
    tracing.span(Span.Kind.INTERNAL, "lost", TraceParent.NONE).end();
    tracing.close();
    // then
    assertThat(spans("ended")).isEqualTo(1);
    assertThat(spans("failed")).isEqualTo(1);
    assertThat(spans("sent")).isZero();
  }

  @Test
  void moreSpansThanCanWaitHoldNobodyUp() {
    // given
    SdkTracing tracing = tracing();
    int many = 20_000;
    // when
    for (int count = 0; count < many; count++) {
      tracing.span(Span.Kind.INTERNAL, "one of many", TraceParent.NONE).end();
    }
    tracing.close();
    // then what was lost is the difference
    assertThat(spans("ended")).isEqualTo(many);
    assertThat(spans("sent")).isPositive().isLessThanOrEqualTo(many);
    assertThat(exporter.spans()).hasSize((int) spans("sent"));
  }

  @Test
  void whereNobodyTracesOneFollowsFromWhatThatWouldHaveFollowedFrom() {
    // given
    Tracing off = TracingEnvironment.open(Environment.of(Map.of()), "tested", meters);
    // then
    assertThat(off.isOn()).isFalse();
    assertThat(off.span(Span.Kind.INTERNAL, "none", SOMEBODY).place()).isEqualTo(SOMEBODY);
    assertThat(off.span(Span.Kind.INTERNAL, "none", TraceParent.NONE))
        .isSameAs(off.span(Span.Kind.SERVER, "another", TraceParent.NONE).tag(Tag.ATTEMPT, 1));
    assertThat(meters.getMeters()).isEmpty();
  }

  @Test
  void whatIsMeasuredInASpanShowsItsTraceWhereSomebodyIsTold() {
    // given
    ServiceMeters shown = new ServiceMeters("tested");
    Timer timer = Timer.builder("helium.decision").register(shown.registry());
    SdkTracing tracing = tracing();
    Runnable measured = () -> timer.record(Duration.ofMillis(7));
    // when nobody is told of it
    Tracing.off().measure(SOMEBODY, measured);
    tracing.measure(UNWANTED, measured);
    tracing.measure(TraceParent.NONE, measured);
    // then
    assertThat(shown.text(ServiceMeters.OPEN_METRICS)).doesNotContain("trace_id");
    // when, as often as it takes: the library looks for examples now and then only
    await()
        .untilAsserted(
            () -> {
              tracing.measure(SOMEBODY, measured);
              // then
              assertThat(shown.text(ServiceMeters.OPEN_METRICS))
                  .contains("trace_id=\"" + SOMEBODY.trace() + "\"")
                  .contains("span_id=\"00f067aa0ba902b7\"");
            });
    assertThat(shown.text(ServiceMeters.OPEN_METRICS))
        .contains("helium_decision_seconds_count{service=\"tested\"} " + timer.count());
    tracing.close();
  }

  @Test
  void nothingIsSentBeforeThereIsASpan() {
    // given an address where nobody listens
    Environment environment = Environment.of(Map.of("HELIUM_TRACES", "http://127.0.0.1:9/"));
    // when
    Tracing tracing = TracingEnvironment.open(environment, "tested", meters);
    // then
    assertThat(tracing.isOn()).isTrue();
    TracingEnvironment.close(tracing);
    assertThat(spans("failed")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:4318",
        "grpc://collector:4317",
        "http://user:password@collector:4318",
        "http://collector:4318?token=password",
        "http://",
        "not an address"
      })
  void anAddressThatIsNoneOrHoldsASecretIsRefused(String address) {
    // given
    Environment environment = Environment.of(Map.of("HELIUM_TRACES", address));
    // then
    assertThatThrownBy(() -> TracingEnvironment.open(environment, "tested", meters))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("HELIUM_TRACES must be the address of an OTLP/HTTP receiver")
        .hasMessageNotContaining("password");
  }

  private SdkTracing tracing() {
    return new SdkTracing(exporter, Resource.empty(), meters);
  }

  private SpanData named(String name) {
    return exporter.spans().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private double spans(String outcome) {
    return meters.counter("helium.traces.spans", "outcome", outcome).count();
  }
}
