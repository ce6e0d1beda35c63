package dev.helium.gateway.http;

import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;

/** What a server takes of a connection before it looks at the request. */
final class ServerOptions {
  /** Longer than anything is waited for. */
  private static final int IDLE_SECONDS = 330;

  private ServerOptions() {}

  static HttpServerOptions of(Limits limits) {
    return new HttpServerOptions()
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
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
