package dev.helium.gateway.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/**
 * An issuer at which people sign in: as strict as one has to be, or as wrong as it is told to be.
 */
public final class SigningIssuer implements AutoCloseable {
  public static final String CLIENT = "helium web";
  public static final String SECRET = "a secret: of+the/client%";

  /** Whose codes were asked about. */
  public final AtomicInteger asked = new AtomicInteger();

  /** Changes what it says of somebody; empty for nothing. */
  public volatile Consumer<JwtClaims> lie = claims -> {};

  /** Answers instead of it. */
  public volatile Consumer<HttpServerRequest> instead;

  private final Vertx vertx = Vertx.vertx();
  private final TestIssuer issuer = new TestIssuer(vertx);
  private final InstantSource clock;
  private final Map<String, Given> codes = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /** A code that was given. */
  private record Given(Map<String, String> asked, String email, List<String> groups) {}

  public SigningIssuer(InstantSource clock) {
    this.clock = clock;
    issuer.publish(TestKeys.of("RS256"));
    issuer
        .endpoints
        .put("authorization_endpoint", address() + "/authorize?from=discovery")
        .put("token_endpoint", address() + "/token")
        .put("end_session_endpoint", address() + "/end");
    issuer.forms = this::answer;
  }

  public URI address() {
    return issuer.issuer();
  }

  /** Takes secrets only as fields of a form. */
  public void wantsSecretInForm() {
    issuer.endpoints.put(
        "token_endpoint_auth_methods_supported", new JsonArray().add("client_secret_post"));
  }

  /** What somebody was sent with. */
  public static Map<String, String> asked(String location) {
    Map<String, String> asked = new HashMap<>();
    for (String pair : List.of(URI.create(location).getRawQuery().split("&", -1))) {
      int equals = pair.indexOf('=');
      asked.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return asked;
  }

  /** Signs somebody in who was sent there, and says where they are sent back to. */
  public String signIn(String location, String email, String... groups) {
    String code = "code-" + count.incrementAndGet();
    Map<String, String> asked = asked(location);
    codes.put(code, new Given(asked, email, List.of(groups)));
    return URI.create(asked.get("redirect_uri")).getPath()
        + "?code="
        + code
        + "&state="
        + asked.get("state");
  }

  @Override
  public void close() {
    issuer.close();
    TestIssuer.await(vertx.close());
  }

  private void answer(HttpServerRequest request) {
    asked.incrementAndGet();
    if (instead != null) {
      instead.accept(request);
      return;
    }
    request.setExpectMultipart(true);
    request.endHandler(ignored -> exchange(request, request.formAttributes()));
  }

  private void exchange(HttpServerRequest request, MultiMap form) {
    Given given = codes.remove(String.valueOf(form.get("code")));
    if (!isClient(request, form)) {
      refuse(request, 401, "invalid_client");
    } else if (given == null
        || !"authorization_code".equals(form.get("grant_type"))
        || !given.asked().get("redirect_uri").equals(form.get("redirect_uri"))
        || !given.asked().get("code_challenge").equals(s256(form.get("code_verifier")))) {
      refuse(request, 400, "invalid_grant");
    } else {
      request
          .response()
          .end(new JsonObject().put("id_token", token(given)).put("access_token", "x").encode());
    }
  }

  private boolean isClient(HttpServerRequest request, MultiMap form) {
    String header = request.getHeader("authorization");
    if (header == null) {
      return CLIENT.equals(form.get("client_id"))
          && (form.get("client_secret") == null || SECRET.equals(form.get("client_secret")));
    }
    String[] pair =
        new String(Base64.getDecoder().decode(header.substring("Basic ".length())), US_ASCII)
            .split(":", 2);
    return CLIENT.equals(URLDecoder.decode(pair[0], UTF_8))
        && SECRET.equals(URLDecoder.decode(pair[1], UTF_8));
  }

  private static void refuse(HttpServerRequest request, int status, String error) {
    request
        .response()
        .setStatusCode(status)
        .end(new JsonObject().put("error", error).put("error_description", "<b>no</b>").encode());
  }

  private String token(Given given) {
    long now = clock.instant().getEpochSecond();
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(address().toString());
    claims.setAudience(CLIENT);
    claims.setSubject("subject-of-" + given.email());
    claims.setIssuedAt(NumericDate.fromSeconds(now));
    claims.setExpirationTime(NumericDate.fromSeconds(now + 60));
    claims.setStringClaim("nonce", given.asked().get("nonce"));
    claims.setStringClaim("email", given.email());
    claims.setStringListClaim("groups", given.groups());
    lie.accept(claims);
    return issuer.sign(TestKeys.of("RS256"), "RS256", claims);
  }

  private static String s256(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(String.valueOf(verifier).getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
