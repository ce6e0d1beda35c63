package dev.helium.pages.asset;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/** Whether an answer may come in gzip. */
public final class Packing {
  public static final String GZIP = "gzip";

  private Packing() {}

  /** Whether whoever asks understands gzip, and does not say otherwise. */
  public static boolean isAccepted(HttpServerRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    if (accepted == null) {
      return false;
    }
    for (String each : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
      String coding = each.replace(" ", "");
      if (coding.equals(GZIP) || coding.startsWith(GZIP + ";")) {
        return !coding.matches("gzip;q=0(\\.0*)?");
      }
    }
    return false;
  }
}
