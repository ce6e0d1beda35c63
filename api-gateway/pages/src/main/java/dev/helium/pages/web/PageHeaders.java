package dev.helium.pages.web;

import dev.helium.pages.asset.Packing;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Sends HTML with what tells the browser how little it may do. */
public final class PageHeaders {
  /** Nothing but files of this site: no script or style within a page, no other host, no frame. */
  public static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "content-security-policy", POLICY,
          "content-type", "text/html;charset=utf-8",
          "cache-control", "no-store",
          "x-content-type-options", "nosniff",
          "x-frame-options", "DENY",
          "referrer-policy", "same-origin",
          "cross-origin-opener-policy", "same-origin",
          "cross-origin-resource-policy", "same-origin",
          "vary", "Accept-Encoding, Cookie");

  /** Below that packing saves nothing. */
  private static final int WORTH_PACKING = 1_024;

  private PageHeaders() {}

  /** Ends the answer with a page, packed where that is understood. */
  public static void send(RoutingContext context, int status, Buffer html) {
    HttpServerResponse response = context.response();
    ALWAYS.forEach(response::putHeader);
    response.setStatusCode(status);
    if (html.length() > WORTH_PACKING && maySay(context.request())) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, Packing.GZIP);
      response.end(packed(html));
    } else {
      response.end(html);
    }
  }

  /**
   * Packing shows by the length whether something guessed in the address is on the page, such as
   * its form token. So it is left where another site had the browser come.
   */
  private static boolean maySay(HttpServerRequest request) {
    String from = request.getHeader("sec-fetch-site");
    boolean own = from == null || from.equals("same-origin") || from.equals("none");
    return own && Packing.isAccepted(request);
  }

  private static Buffer packed(Buffer html) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(html.length() / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(html.getBytes());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Buffer.buffer(bytes.toByteArray());
  }
}
