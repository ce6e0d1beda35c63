package dev.helium.gateway;

import dev.helium.gateway.connection.Connections;
import dev.helium.gateway.guard.Draining;
import dev.helium.gateway.guard.LocalNames;
import dev.helium.gateway.guard.LoopLag;
import dev.helium.gateway.guard.Places;
import dev.helium.gateway.guard.RequestRates;
import dev.helium.gateway.guard.Shedding;
import dev.helium.gateway.guard.SignInAttempts;
import dev.helium.gateway.guard.SignInLimit;
import dev.helium.gateway.http.Guards;
import dev.helium.gateway.http.Limits;
import dev.helium.gateway.http.ServerOptions;
import dev.helium.gateway.http.Sheds;
import dev.helium.gateway.tls.TlsReload;
import dev.helium.gateway.tls.Transport;
import dev.helium.service.ServiceContext;
import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** All that keeps too much away, put together. */
final class Guard {
  private static final LongSupplier CLOCK = System::nanoTime;
  private static final int MOST_CHANGES_UNDER_WAY = 64;
  private static final Duration LOOK_AT_CERTIFICATE = Duration.ofSeconds(2);

  private final GuardSettings settings;
  private final ServiceContext service;
  private final Transport transport;
  private final Sheds sheds;
  private final LoopLag lag;
  private final Connections connections;
  private final RequestRates rates;

  /** None where nobody signs in, or as many may fail as like. */
  private final List<SignInLimit> signIns;

  private final Places changes = new Places(MOST_CHANGES_UNDER_WAY);
  private final Draining draining;

  private Guard(GuardSettings settings, ServiceContext service, Transport transport) {
    this.settings = settings;
    this.service = service;
    this.transport = transport;
    this.sheds = new Sheds(service.meters(), CLOCK);
    this.lag = new LoopLag(settings.lag(), CLOCK);
    Gauge.builder("helium.http.loop.lag", lag, LoopLag::seconds)
        .description("How late the latest event loop was in the last second")
        .baseUnit("seconds")
        .strongReference(true)
        .register(service.meters());
    this.connections = new Connections(settings.connections(), sheds, service.meters(), CLOCK);
    this.rates = new RequestRates(settings.rates(), sheds, CLOCK);
    this.signIns =
        settings.signIns().stream().map(rate -> new SignInLimit(rate, sheds, CLOCK)).toList();
    this.draining = new Draining(service.vertx(), service.health(), settings.notice());
  }

  /** Fails when there is to be TLS and its files cannot be used. */
  static Future<Guard> create(GuardSettings settings, ServiceContext service) {
    return settings
        .tls()
        .map(files -> Transport.tls(service.vertx(), files))
        .orElseGet(() -> Future.succeededFuture(new Transport.Plain()))
        .map(transport -> new Guard(settings, service, transport));
  }

  /** Where changes are counted that are on their way to the log. */
  Places changes() {
    return changes;
  }

  Draining draining() {
    return draining;
  }

  Guards handlers() {
    List<Handler<RoutingContext>> ofAll = new ArrayList<>(List.of(draining));
    List<Handler<RoutingContext>> before =
        new ArrayList<>(List.of(new Shedding(changes, lag, sheds)));
    if (settings.open()) {
      ofAll.add(new LocalNames(sheds));
    }
    before.addAll(signIns);
    return new Guards(ofAll, before);
  }

  SignInAttempts signIns() {
    return signIns.isEmpty() ? SignInAttempts.UNLIMITED : signIns.getFirst();
  }

  /** Takes note that somebody was let in; throws a problem when that is too often. */
  void admit(RoutingContext context) {
    signIns.forEach(limit -> limit.admitted(context));
    rates.admitted(context);
  }

  HttpServerOptions serverOptions() {
    return switch (transport) {
      case Transport.Plain ignored -> ServerOptions.of(Limits.DEFAULT);
      case Transport.Tls tls -> ServerOptions.of(Limits.DEFAULT, tls.shown().options());
    };
  }

  /** Watches the event loop that it is called on, and the connections that its result is told. */
  Handler<HttpConnection> watch(Vertx vertx) {
    lag.watch(vertx);
    return connections.onThisLoop(vertx);
  }

  /**
   * Takes note that connections are taken.
   *
   * @param present makes the servers show another certificate
   */
  void listening(Function<KeyCertOptions, Future<?>> present, InstantSource clock) {
    draining.listening();
    switch (transport) {
      case Transport.Plain ignored -> {}
      case Transport.Tls tls ->
          TlsReload.start(service, tls.files(), present, clock, LOOK_AT_CERTIFICATE, tls.shown());
    }
  }
}
