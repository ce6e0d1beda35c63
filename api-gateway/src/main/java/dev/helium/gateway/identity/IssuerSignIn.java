package dev.helium.gateway.identity;

import dev.helium.gateway.http.Problem;
import io.vertx.core.Future;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Semaphore;

/**
 * How people sign in at an issuer with a browser: by the authorization code flow of OpenID Connect
 * with PKCE. At most {@value #MOST} are asked about at once.
 */
public final class IssuerSignIn {
  private static final int MOST = 32;
  private static final int RETRY_SECONDS = 10;

  private final URI issuer;
  private final OidcClient client;
  private final IssuerKeys keys;
  private final CodeExchange exchange;
  private final IdTokens idTokens;
  private final Semaphore places = new Semaphore(MOST);

  IssuerSignIn(
      URI issuer, OidcClient client, IssuerKeys keys, CodeExchange exchange, IdTokens idTokens) {
    this.issuer = issuer;
    this.client = client;
    this.keys = keys;
    this.exchange = exchange;
    this.idTokens = idTokens;
  }

  /**
   * A sign-in that begins.
   *
   * @param redirect where the issuer sends people back to
   * @param state that comes back with them
   * @param nonce that the issuer's token says
   * @param verifier whose digest the issuer is told
   */
  public record Start(String redirect, String state, String nonce, String verifier) {}

  /**
   * What somebody brings back.
   *
   * @param code that the issuer gave them
   * @param redirect as it was at the start
   * @param nonce as it was at the start
   * @param verifier as it was at the start
   */
  public record Return(String code, String redirect, String nonce, String verifier) {
    @Override
    public String toString() {
      return "Return[]";
    }
  }

  /** Whether somebody comes back from here, where the issuer says so (RFC 9207). */
  public boolean isFromHere(Optional<String> said) {
    return said.isEmpty() || said.get().equals(issuer.toString());
  }

  /** Where to send somebody; throws a problem while that is not known. */
  public String address(Start start) {
    URI authorization = known().authorization().orElseThrow(IssuerSignIn::unavailable);
    StringJoiner query = new StringJoiner("&");
    add(query, "response_type", "code");
    add(query, "client_id", client.id());
    add(query, "redirect_uri", start.redirect());
    add(query, "scope", String.join(" ", client.scopes().stream().sorted().toList()));
    add(query, "state", start.state());
    add(query, "nonce", start.nonce());
    add(query, "code_challenge", challenge(start.verifier()));
    add(query, "code_challenge_method", "S256");
    return with(authorization, query);
  }

  /** Who it is that came back; fails with a problem, or throws it, when that is not known. */
  public Future<Identity> who(Return answer) {
    IssuerAddresses known = known();
    URI token = known.token().orElseThrow(IssuerSignIn::unavailable);
    if (!places.tryAcquire()) {
      throw Problem.unavailable("Too many sign in already.", RETRY_SECONDS).exception();
    }
    return Future.succeededFuture()
        .compose(begun -> exchange.token(known, token, answer))
        .compose(idToken -> idTokens.of(idToken, answer.nonce()))
        .onComplete(ignored -> places.release());
  }

  /**
   * Where to send somebody who signs out, so that they are signed out there too; empty when the
   * issuer knows no such place.
   *
   * @param back where the issuer may send them afterwards
   */
  public Optional<String> end(String back) {
    return keys.addresses()
        .flatMap(IssuerAddresses::endSession)
        .map(
            address -> {
              StringJoiner query = new StringJoiner("&");
              add(query, "client_id", client.id());
              add(query, "post_logout_redirect_uri", back);
              return with(address, query);
            });
  }

  private IssuerAddresses known() {
    return keys.addresses().orElseThrow(IssuerSignIn::unavailable);
  }

  private static RuntimeException unavailable() {
    return Problem.unavailable("The issuer has not said yet how to sign in.", RETRY_SECONDS)
        .exception();
  }

  private static void add(StringJoiner query, String name, String value) {
    query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private static String with(URI address, StringJoiner query) {
    return address + (address.getRawQuery() == null ? "?" : "&") + query;
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
