package dev.helium.engine.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Collects a body up to a size. */
final class BodyCollector implements AsyncBody.Consumer<List<ByteBuffer>> {
  private final int maximumBytes;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

  BodyCollector(int maximumBytes) {
    this.maximumBytes = maximumBytes;
  }

  /** The same response, when its whole body has arrived. */
  CompletableFuture<HttpResponse<AsyncBody>> collect(HttpResponse<AsyncBody> response) {
    response.body().consume();
    return response.body().done().thenApply(nothing -> response);
  }

  @Override
  public synchronized void consume(List<ByteBuffer> buffers, AsyncBody body) throws IOException {
    for (var buffer : buffers) {
      var part = new byte[buffer.remaining()];
      buffer.get(part);
      collected.write(part);
    }
    if (collected.size() > maximumBytes) {
      body.cancel();
      throw new IOException("the answer is larger than " + maximumBytes + " bytes");
    }
    body.consume();
  }

  /** What has arrived. */
  synchronized byte[] bytes() {
    return collected.toByteArray();
  }
}
