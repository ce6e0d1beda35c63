package dev.helium.cluster.binaries;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/** Reads from release hosts, within limits of size and time. */
final class Fetcher implements AutoCloseable {

  /** Short: a host that is walled off must not hold up the build with Go that comes next. */
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

  private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(15);
  private static final Duration TEXT_LIMIT = Duration.ofSeconds(20);
  private static final Duration REPORT_EVERY = Duration.ofSeconds(5);
  private static final long LARGEST_FILE = 512L * 1024 * 1024;
  private static final long LARGEST_TEXT = 64L * 1024;
  private static final long MEGABYTE = 1_000_000;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_LIMIT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /** A small text. */
  String text(URI address) throws SourceUnavailableException {
    return fetch(address, BodyHandlers.ofString(), LARGEST_TEXT, TEXT_LIMIT, () -> {});
  }

  /** A file, with its size so far told every few seconds. */
  void download(URI address, Path file, LongConsumer megabytes) throws SourceUnavailableException {
    megabytes.accept(0);
    fetch(
        address,
        BodyHandlers.ofFile(file),
        LARGEST_FILE,
        DOWNLOAD_LIMIT,
        () -> megabytes.accept(sizeOf(file) / MEGABYTE));
  }

  private <T> T fetch(
      URI address, BodyHandler<T> handler, long largest, Duration limit, Runnable meanwhile)
      throws SourceUnavailableException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(limit).build();
    CompletableFuture<HttpResponse<T>> pending =
        client.sendAsync(request, BodyHandlers.limiting(handler, largest));
    try {
      long deadline = System.nanoTime() + limit.toNanos();
      while (System.nanoTime() - deadline < 0) {
        try {
          HttpResponse<T> response = pending.get(REPORT_EVERY.toMillis(), TimeUnit.MILLISECONDS);
          if (response.statusCode() != 200) {
            throw new SourceUnavailableException(
                "%s answered %d".formatted(address, response.statusCode()));
          }
          return response.body();
        } catch (TimeoutException stillRunning) {
          meanwhile.run();
        }
      }
      throw new SourceUnavailableException(
          "%s took longer than %d s".formatted(address, limit.toSeconds()));
    } catch (ExecutionException e) {
      String reason = e.getCause().getMessage();
      throw new SourceUnavailableException(
          "%s cannot be reached (%s)"
              .formatted(
                  address.getHost(),
                  reason == null ? e.getCause().getClass().getSimpleName() : reason),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceUnavailableException("the download was interrupted", e);
    } finally {
      boolean unfinished = pending.cancel(true);
      if (unfinished) {
        client.shutdownNow();
      }
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
