package dev.helium.gateway.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;

/**
 * The floor: the same server library answers as many bytes, always the same, to whatever is asked.
 *
 * <p>Arguments: port, bytes.
 */
final class BareServer {
  private BareServer() {}

  public static void main(String[] arguments) throws Exception {
    Buffer body = Buffer.buffer(" ".repeat(Integer.parseInt(arguments[1])));
    Vertx.vertx(new VertxOptions().setPreferNativeTransport(false))
        .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
        .requestHandler(
            request -> request.response().putHeader("content-type", "application/json").end(body))
        .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
        .await(1, TimeUnit.MINUTES);
  }
}
