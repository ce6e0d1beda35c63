package dev.helium.gateway.http;

import dev.helium.service.metrics.KnownNames;
import dev.helium.service.metrics.Words;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is measured of requests. Operations are those of the contract, and paths are none of its
 * labels: anybody can ask for any.
 */
final class RequestMeters {
  /** All that are answered on purpose, and what libraries may add to them. */
  private static final KnownNames CODES =
      KnownNames.of(
          IntStream.of(
                  200, 201, 202, 204, 301, 302, 304, 400, 401, 403, 404, 405, 406, 408, 409, 410,
                  412, 413, 414, 415, 417, 421, 422, 428, 429, 431, 500, 501, 502, 503, 504)
              .mapToObj(Integer::toString)
              .collect(Collectors.toUnmodifiableSet()));

  private static final Set<String> CLASSES = Set.of("1xx", "2xx", "3xx", "4xx", "5xx");

  private final MeterRegistry meters;

  /** Looked up for every request, so not made for each. */
  private final ConcurrentMap<Outcome, Timer> timers = new ConcurrentHashMap<>();

  private final ConcurrentMap<Integer, Counter> codes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();

  private record Outcome(String operation, RequestKind kind, String status) {}

  RequestMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void begun(String operation) {
    inFlight.computeIfAbsent(operation, this::gauge).incrementAndGet();
  }

  void ended(String operation) {
    inFlight.computeIfAbsent(operation, this::gauge).decrementAndGet();
  }

  void answered(String operation, RequestKind kind, int code, long nanoseconds) {
    String status = code / 100 + "xx";
    timers
        .computeIfAbsent(
            new Outcome(operation, kind, CLASSES.contains(status) ? status : "5xx"), this::timer)
        .record(nanoseconds, TimeUnit.NANOSECONDS);
    codes.computeIfAbsent(code, this::counter).increment();
  }

  private Timer timer(Outcome outcome) {
    return Timer.builder("helium.http.requests")
        .description("Requests answered")
        .tag("operation", outcome.operation())
        .tag("kind", Words.of(outcome.kind()))
        .tag("status", outcome.status())
        .register(meters);
  }

  private Counter counter(int code) {
    return Counter.builder("helium.http.responses")
        .description("Answers, by their status code")
        .tag("code", CODES.label(Integer.toString(code)))
        .register(meters);
  }

  private AtomicInteger gauge(String operation) {
    AtomicInteger count = new AtomicInteger();
    Gauge.builder("helium.http.requests.in.flight", count, AtomicInteger::get)
        .description("Requests that are being answered")
        .tag("operation", operation)
        .strongReference(true)
        .register(meters);
    return count;
  }
}
