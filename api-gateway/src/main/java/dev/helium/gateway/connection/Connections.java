package dev.helium.gateway.connection;

import dev.helium.gateway.http.RemoteHost;
import dev.helium.gateway.http.Sheds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** All connections of a gateway: counts them, turns away what is too many, and ends idle ones. */
public final class Connections {
  /** Names of the server library, in the pipeline of HTTP/1.1. */
  private static final String DECODER = "httpDecoder";

  /** Those on top that hear why they are turned away; beyond that they are only closed. */
  private static final int MOST_TURNED_AWAY = 256;

  private final ConnectionLimits limits;
  private final Sheds sheds;
  private final LongSupplier clock;
  private final ConnectionCount count;
  private final AtomicInteger turnedAway = new AtomicInteger();

  /**
   * @param clock monotonic, in nanoseconds
   */
  public Connections(
      ConnectionLimits limits, Sheds sheds, MeterRegistry meters, LongSupplier clock) {
    this.limits = limits;
    this.sheds = sheds;
    this.clock = clock;
    this.count = new ConnectionCount(limits);
    Gauge.builder("helium.http.connections", count, ConnectionCount::all)
        .description("Open connections")
        .strongReference(true)
        .register(meters);
  }

  /** What takes the new connections of the event loop that this is called on. */
  public Handler<HttpConnection> onThisLoop(Vertx vertx) {
    Deadlines deadlines = new Deadlines(limits, sheds, clock);
    deadlines.start(vertx);
    return connection -> enter((HttpServerConnection) connection, deadlines);
  }

  private void enter(HttpServerConnection connection, Deadlines deadlines) {
    ChannelPipeline pipeline = connection.channelHandlerContext().pipeline();
    String host = RemoteHost.of(connection.remoteAddress());
    if (count.enter(host)) {
      pipeline.channel().closeFuture().addListener(ignored -> count.leave(host));
      deadlines.watch(pipeline, DECODER, connection.channelHandlerContext().name());
      return;
    }
    sheds.count(Sheds.Reason.CONNECTIONS);
    if (turnedAway.incrementAndGet() > MOST_TURNED_AWAY) {
      turnedAway.decrementAndGet();
      ChannelFuture _ = pipeline.firstContext().close();
    } else {
      pipeline.channel().closeFuture().addListener(ignored -> turnedAway.decrementAndGet());
      pipeline.addBefore(DECODER, "helium-turned-away", new TurnedAway());
    }
  }
}
