package dev.helium.gateway.identity;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An issuer over HTTP that publishes keys, signs whatever it is told to, and can be away. */
final class TestIssuer implements AutoCloseable {
  final Map<String, PublicJsonWebKey> keys = new ConcurrentHashMap<>();
  final AtomicInteger asked = new AtomicInteger();
  final AtomicInteger discovered = new AtomicInteger();
  volatile int status = 200;
  volatile String named;
  volatile String keysAt;
  volatile String padding = "";

  /** What it says about itself besides. */
  final JsonObject endpoints = new JsonObject();

  /** What answers a form that is sent to it. */
  volatile Handler<HttpServerRequest> forms = request -> request.response().end("{}");

  private final HttpServer server;

  TestIssuer(Vertx vertx) {
    server = await(vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
    named = issuer().toString();
    keysAt = issuer() + "/keys";
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/realm");
  }

  /** Signs with a key of its own under the id of that key. */
  String sign(PublicJsonWebKey key, String algorithm, JwtClaims claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(algorithm);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException failure) {
      throw new AssertionError(failure);
    }
  }

  void publish(PublicJsonWebKey... published) {
    keys.clear();
    List.of(published).forEach(key -> keys.put(key.getKeyId(), key));
  }

  @Override
  public void close() {
    await(server.close());
  }

  private void answer(HttpServerRequest request) {
    if (request.method().equals(HttpMethod.POST)) {
      forms.handle(request);
      return;
    }
    String body =
        switch (request.path()) {
          case "/realm/.well-known/openid-configuration" -> {
            discovered.incrementAndGet();
            yield endpoints.copy().put("issuer", named).put("jwks_uri", keysAt).encode();
          }
          case "/realm/keys" -> {
            asked.incrementAndGet();
            yield new JsonWebKeySet(List.copyOf(keys.values()))
                .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
          }
          default -> "{}";
        };
    request.response().setStatusCode(status).end(padding + body);
  }

  static <T> T await(Future<T> future) {
    try {
      return future.await(60, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("no answer in a minute", late);
    }
  }
}
