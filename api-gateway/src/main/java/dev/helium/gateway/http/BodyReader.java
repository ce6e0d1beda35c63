package dev.helium.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * Reads the fields of a form or a JSON object, within limits and into memory only.
 *
 * <p>Has to be called before anything else was waited for. Every failure is a {@link
 * ProblemException}.
 */
public final class BodyReader {
  private static final int RETRY_SECONDS = 1;

  private final Vertx vertx;
  private final Limits limits;
  private final Semaphore places;

  public BodyReader(Vertx vertx, Limits limits) {
    this.vertx = vertx;
    this.limits = limits;
    this.places = new Semaphore(limits.atOnce());
  }

  /** The fields; none when there is no body. */
  public Future<Submitted.Body> read(HttpServerRequest request) {
    long length = announced(request);
    boolean chunked = request.headers().contains("transfer-encoding");
    String type = mediaType(request);
    if (type.isEmpty() && length <= 0 && !chunked) {
      return Future.succeededFuture(Submitted.Body.EMPTY);
    }
    boolean asks = expectsContinue(request);
    if (length > Limits.DRAINED || (length > limits.body() && asks)) {
      return Reading.refuse(request, TooLarge.body(limits));
    }
    if (!places.tryAcquire()) {
      return Reading.refuse(
          request, Problem.unavailable("Too many bodies are on their way already.", RETRY_SECONDS));
    }
    FieldReader fields =
        switch (type) {
          case "application/json" -> new JsonFields(limits);
          case "multipart/form-data", "application/x-www-form-urlencoded" ->
              new FormFields(request, limits);
          default -> new NoFields();
        };
    if (asks && request.version() != HttpVersion.HTTP_1_0) {
      request.response().writeContinue();
    }
    return new Reading(vertx, request, limits, fields)
        .result()
        .onComplete(ignored -> places.release());
  }

  private static boolean expectsContinue(HttpServerRequest request) {
    return "100-continue".equalsIgnoreCase(request.getHeader("expect"));
  }

  private static String mediaType(HttpServerRequest request) {
    String value = request.getHeader("content-type");
    if (value == null) {
      return "";
    }
    int parameters = value.indexOf(';');
    return (parameters < 0 ? value : value.substring(0, parameters))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static long announced(HttpServerRequest request) {
    String value = request.getHeader("content-length");
    try {
      return value == null ? -1 : Long.parseLong(value.strip());
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }
}
