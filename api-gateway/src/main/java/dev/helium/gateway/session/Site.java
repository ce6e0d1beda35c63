package dev.helium.gateway.session;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where browsers find Helium: what is said of it, or what they ask for.
 *
 * @param address without a path; empty when requests say it
 */
public record Site(Optional<URI> address) {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}]");
  private static final String NULL = "null";
  private static final String SAME = "same-origin";

  /** Whether browsers are here over TLS, as far as that is known. */
  public boolean isSecure(HttpServerRequest request) {
    return request.isSSL() || address.map(URI::getScheme).filter("https"::equals).isPresent();
  }

  /** Such as {@code https://helium.example.com}; empty when a request names no host. */
  public Optional<String> origin(HttpServerRequest request) {
    return address
        .map(URI::toString)
        .or(
            () ->
                authority(request)
                    .map(named -> (request.isSSL() ? "https://" : "http://") + named));
  }

  /**
   * Whether no page of another site had a browser send this. What is no browser says nothing of
   * where it comes from, and passes.
   */
  public boolean isFromHere(HttpServerRequest request) {
    String site = request.getHeader("sec-fetch-site");
    if (site != null && !site.equals(SAME)) {
      return false;
    }
    String origin = request.getHeader("origin");
    if (origin == null) {
      return true;
    }
    // Some browsers say it of what comes from here too; then the other header has to.
    return origin.equals(NULL) ? site != null : isOurs(origin, request);
  }

  /** Of any scheme where nothing is said: what is before this may speak TLS for it. */
  private boolean isOurs(String origin, HttpServerRequest request) {
    String said = origin.toLowerCase(Locale.ROOT);
    return address
            .map(known -> known.toString().toLowerCase(Locale.ROOT))
            .filter(said::equals)
            .isPresent()
        || authority(request)
            .map(named -> named.toLowerCase(Locale.ROOT))
            .filter(named -> said.equals("https://" + named) || said.equals("http://" + named))
            .isPresent();
  }

  private static Optional<String> authority(HttpServerRequest request) {
    HostAndPort named = request.authority();
    return named == null || !HOST.matcher(named.host()).matches()
        ? Optional.empty()
        : Optional.of(named.host() + (named.port() > 0 ? ":" + named.port() : ""));
  }
}
