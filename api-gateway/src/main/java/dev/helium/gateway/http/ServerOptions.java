package dev.helium.gateway.http;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What a server takes of a connection before it looks at the request. */
public final class ServerOptions {
  /** Longer than anything is waited for. */
  private static final int IDLE_SECONDS = 330;

  /** Connections that wait to be taken while the event loop is busy. */
  private static final int BACKLOG = 1_024;

  private static final int HANDSHAKE_SECONDS = 10;

  private ServerOptions() {}

  /** The same over TLS, as who the files say. */
  public static HttpServerOptions of(Limits limits, KeyCertOptions identity) {
    return of(limits)
        .setSsl(true)
        .setKeyCertOptions(identity)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
        .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
        .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS);
  }

  public static HttpServerOptions of(Limits limits) {
    return new HttpServerOptions()
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setAcceptBacklog(BACKLOG)
        // One that starts again does not wait for what is left of the connections before.
        .setReuseAddress(true)
        .setTcpKeepAlive(true)
        .setMaxInitialLineLength(4096)
        .setMaxHeaderSize(16 * 1024)
        .setMaxFormFields(limits.fields())
        // Longer texts than allowed are refused by name, so the decoder need not be stricter.
        .setMaxFormAttributeSize(limits.body())
        .setMaxFormBufferedBytes(limits.body())
        // Plain HTTP/1.1: nothing here needs HTTP/2 without TLS.
        .setHttp2ClearTextEnabled(false);
  }
}
