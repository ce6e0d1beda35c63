package dev.helium.gateway.signin;

import dev.helium.gateway.identity.Credentials;
import dev.helium.gateway.session.BrowserCookie;
import dev.helium.gateway.session.FormTokens;
import dev.helium.gateway.session.RandomText;
import dev.helium.gateway.session.Site;
import dev.helium.pages.SignInForm;
import dev.helium.pages.SignInPage;
import dev.helium.pages.web.PageHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The form by which somebody signs in. It is shown to a browser, known by a cookie, so that nobody
 * has another's browser sign in as somebody whom they choose.
 */
final class SignInForms {
  private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Credentials credentials;
  private final FormTokens tokens;
  private final BrowserCookie browser;
  private final Site site;
  private final RandomGenerator random;

  SignInForms(
      Credentials credentials,
      FormTokens tokens,
      BrowserCookie browser,
      Site site,
      RandomGenerator random) {
    this.credentials = credentials;
    this.tokens = tokens;
    this.browser = browser;
    this.site = site;
    this.random = random;
  }

  /**
   * Ends the answer with the form.
   *
   * @param next where to go then
   * @param error what was wrong before; empty for nothing
   */
  void show(RoutingContext context, int status, String next, String error) {
    HttpServerRequest request = context.request();
    if (request.response().ended() || request.response().closed()) {
      return;
    }
    String known =
        known(request)
            .orElseGet(
                () -> {
                  String made = RandomText.of(random);
                  browser.put(request, made);
                  return made;
                });
    PageHeaders.send(
        context,
        status,
        SignInPage.render(
            new SignInForm(
                next,
                credentials.issuer().isPresent(),
                credentials.includeTokens(),
                tokens.of(reader(known)),
                error)));
  }

  /** Whether it was shown to the browser that sends it. */
  boolean isFromHere(HttpServerRequest request, String formToken) {
    return site.isFromHere(request)
        && known(request).filter(known -> tokens.areOf(reader(known), formToken)).isPresent();
  }

  private Optional<String> known(HttpServerRequest request) {
    return browser.in(request).filter(value -> BROWSER.matcher(value).matches());
  }

  private static String reader(String browser) {
    return "browser " + browser;
  }
}
