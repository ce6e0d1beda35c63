package dev.helium.engine.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Cuts a streamed body into lines of bounded length. */
final class LineConsumer implements AsyncBody.Consumer<List<ByteBuffer>> {
  private final LineReader reader;
  private final int maximumBytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  LineConsumer(LineReader reader, int maximumBytes) {
    this.reader = reader;
    this.maximumBytes = maximumBytes;
  }

  void begin(AsyncBody body) {
    var _ =
        body.done()
            .whenComplete(
                (nothing, failure) -> {
                  if (failure == null) {
                    ended.complete(null);
                  } else {
                    ended.completeExceptionally(failure);
                  }
                });
    var _ = ended.whenComplete((nothing, failure) -> body.cancel());
    body.consume();
  }

  /** Returns when the reader had enough, the stream ended or the time is over. */
  void awaitEnd(Duration atMost) throws ExecutionException {
    try {
      ended.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException over) {
      stop();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  void stop() {
    ended.complete(null);
  }

  @Override
  public void consume(List<ByteBuffer> buffers, AsyncBody body) throws IOException {
    for (var buffer : buffers) {
      while (buffer.hasRemaining() && !ended.isDone()) {
        take(buffer.get());
      }
    }
    if (ended.isDone()) {
      body.cancel();
    } else {
      body.consume();
    }
  }

  private void take(byte next) throws IOException {
    if (next != '\n') {
      line.write(next);
      if (line.size() > maximumBytes) {
        throw new IOException("a line is longer than " + maximumBytes + " bytes");
      }
      return;
    }
    var text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (!text.isBlank() && !reader.read(text)) {
      stop();
    }
  }
}
