package dev.helium.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Reads what somebody else answers, and no more of it than is wanted. */
public final class BoundedBody {
  private BoundedBody() {}

  /**
   * The whole body. Fails, and closes the connection, when it is longer.
   *
   * @param largest in bytes
   * @param what the failure calls it, such as "the answer"
   */
  public static Future<Buffer> of(HttpClientResponse response, int largest, String what) {
    Promise<Buffer> whole = Promise.promise();
    Buffer read = Buffer.buffer();
    response
        .handler(
            bytes -> {
              if (read.length() + bytes.length() <= largest) {
                read.appendBuffer(bytes);
              } else if (whole.tryFail(what + " has more than " + largest + " bytes")) {
                response.request().connection().close();
              }
            })
        .exceptionHandler(whole::tryFail)
        .endHandler(ignored -> whole.tryComplete(read));
    return whole.future();
  }
}
