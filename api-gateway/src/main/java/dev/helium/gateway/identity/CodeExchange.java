package dev.helium.gateway.identity;

import dev.helium.gateway.http.Problem;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an issuer for the token that a code stands for, which it gives once. */
final class CodeExchange {
  private static final Logger LOG = LoggerFactory.getLogger(CodeExchange.class);
  private static final int RETRY_SECONDS = 10;

  private final OidcClient client;
  private final IssuerDocuments documents;

  CodeExchange(OidcClient client, IssuerDocuments documents) {
    this.client = client;
    this.documents = documents;
  }

  /** The ID token; fails with a problem when there is none. */
  Future<String> token(IssuerAddresses issuer, URI token, IssuerSignIn.Return answer) {
    MultiMap form =
        MultiMap.caseInsensitiveMultiMap()
            .add("grant_type", "authorization_code")
            .add("code", answer.code())
            .add("redirect_uri", answer.redirect())
            .add("code_verifier", answer.verifier());
    Map<String, String> headers = Map.of();
    if (client.isPublic()) {
      form.add("client_id", client.id());
    } else if (issuer.secretInForm()) {
      form.add("client_id", client.id()).add("client_secret", client.secret());
    } else {
      headers = Map.of("authorization", basic());
    }
    return documents
        .post(token, headers, form)
        .recover(CodeExchange::refused)
        .map(
            document -> {
              if (document.getValue("id_token") instanceof String idToken
                  && idToken.length() <= BearerToken.LONGEST) {
                return idToken;
              }
              throw unavailable("The issuer answered without a token that says who signed in.");
            });
  }

  /** RFC 6749, section 2.3.1: both are encoded as in a form before they are joined. */
  private String basic() {
    String pair = encoded(client.id()) + ":" + encoded(client.secret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  private static <T> Future<T> refused(Throwable failure) {
    if (failure instanceof IssuerRefusedException refusal && refusal.isOfTheCode()) {
      return Future.failedFuture(
          Unauthorized.invalid("The issuer does not know this sign-in any more; begin again."));
    }
    // Also when it does not know this client: whoever runs Helium has to know.
    LOG.atWarn()
        .addKeyValue("failure", failure.toString())
        .log("the issuer does not say who signed in");
    return Future.failedFuture(unavailable("The issuer does not say who signed in."));
  }

  private static RuntimeException unavailable(String detail) {
    return Problem.unavailable(detail, RETRY_SECONDS).exception();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
