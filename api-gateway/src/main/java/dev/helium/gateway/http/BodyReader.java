package dev.helium.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;

/**
 * Reads the fields of a form or a JSON object, within limits and into memory only.
 *
 * <p>Has to be called before anything else was waited for. Every failure is a {@link
 * ProblemException}.
 */
public final class BodyReader {
  private final Vertx vertx;
  private final Limits limits;

  public BodyReader(Vertx vertx, Limits limits) {
    this.vertx = vertx;
    this.limits = limits;
  }

  /** The fields; none when there is no body. */
  public Future<Submitted.Body> read(HttpServerRequest request) {
    long length = announced(request);
    boolean chunked = request.headers().contains("transfer-encoding");
    String type = mediaType(request);
    if (type.isEmpty() && length <= 0 && !chunked) {
      return Future.succeededFuture(Submitted.Body.EMPTY);
    }
    if (length > Limits.DRAINED || (length > limits.body() && expectsContinue(request))) {
      return refuse(request, TooLarge.body(limits));
    }
    FieldReader fields;
    switch (type) {
      case "application/json" -> fields = new JsonFields(request, limits);
      case "multipart/form-data", "application/x-www-form-urlencoded" ->
          fields = new FormFields(request, limits);
      default -> {
        return refuse(
            request,
            Problem.of(
                ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                "Send multipart/form-data, application/x-www-form-urlencoded or"
                    + " application/json."));
      }
    }
    if (expectsContinue(request) && request.version() != HttpVersion.HTTP_1_0) {
      request.response().writeContinue();
    }
    return new Reading(vertx, request, limits, fields).result();
  }

  /** What is still on its way is not waited for: the connection ends with the answer. */
  private static Future<Submitted.Body> refuse(HttpServerRequest request, Problem problem) {
    request.response().putHeader("connection", "close");
    return Future.failedFuture(problem.exception());
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
