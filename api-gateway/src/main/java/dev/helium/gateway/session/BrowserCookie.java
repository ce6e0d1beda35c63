package dev.helium.gateway.session;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A cookie that no script reads, no other site has a browser send with a change, and, over TLS, no
 * other host can set.
 */
public final class BrowserCookie {
  /** Browsers keep no more. */
  private static final int LONGEST = 4_000;

  private static final String OF_THIS_HOST = "__Host-";

  private final String name;
  private final Site site;

  public BrowserCookie(String name, Site site) {
    this.name = Objects.requireNonNull(name, "name");
    this.site = site;
  }

  /** What the browser brings; empty when that is nothing. */
  public Optional<String> in(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(name(request)))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
  }

  /** Has the browser keep it until it is closed. */
  public void put(HttpServerRequest request, String value) {
    add(request.response(), cookie(request, value));
  }

  /** Has the browser keep it for so long. */
  public void put(HttpServerRequest request, String value, Duration kept) {
    add(request.response(), cookie(request, value).setMaxAge(kept.toSeconds()));
  }

  /** Has the browser forget it. */
  public void remove(HttpServerRequest request) {
    add(request.response(), cookie(request, "").setMaxAge(0));
  }

  private static void add(HttpServerResponse response, Cookie cookie) {
    response.headers().add("set-cookie", cookie.encode());
  }

  private Cookie cookie(HttpServerRequest request, String value) {
    return Cookie.cookie(name(request), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(site.isSecure(request))
        .setSameSite(CookieSameSite.LAX);
  }

  private String name(HttpServerRequest request) {
    return site.isSecure(request) ? OF_THIS_HOST + name : name;
  }
}
