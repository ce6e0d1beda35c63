package dev.helium.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Somebody who is called: checks each signature with an implementation of Standard Webhooks of its
 * own, remembers what came, and answers as a test wants.
 */
final class WebhookReceiver implements AutoCloseable {
  private static final int BLOCK = 64;

  private final Vertx vertx = Vertx.vertx();
  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final HttpServer server;
  private volatile Function<Received, Reply> replies = ignored -> Reply.of(204);

  /** What came, in the order in which it came. */
  record Received(String path, String id, Instant timestamp, List<String> signatures, Buffer body) {
    JsonObject event() {
      return new JsonObject(body);
    }

    String workspace() {
      return event().getString("subject");
    }

    String type() {
      return event().getString("type");
    }

    long sequence() {
      return event().getLong("sequence");
    }

    /** Which of its signatures are right under a secret. */
    List<String> signedBy(String secret) {
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      byte[] content =
          join((id + "." + timestamp.getEpochSecond() + ".").getBytes(UTF_8), body.getBytes());
      String expected = "v1," + Base64.getEncoder().encodeToString(hmac(key, content));
      return signatures.stream().filter(expected::equals).toList();
    }
  }

  /**
   * @param retryAfter empty for none
   */
  record Reply(int status, String retryAfter) {
    /** Of those who are never answered. */
    static final Reply NONE = new Reply(0, "");

    static Reply of(int status) {
      return new Reply(status, "");
    }
  }

  WebhookReceiver() {
    server =
        Futures.await(
            vertx
                .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(request -> request.bodyHandler(body -> take(request, body)))
                .listen());
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.actualPort() + path;
  }

  void replying(Function<Received, Reply> how) {
    replies = how;
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  List<Received> received(String path) {
    return received.stream().filter(each -> each.path().equals(path)).toList();
  }

  @Override
  public void close() {
    Futures.await(vertx.close());
  }

  private void take(HttpServerRequest request, Buffer body) {
    Received one =
        new Received(
            request.path(),
            request.getHeader("webhook-id"),
            Instant.ofEpochSecond(Long.parseLong(request.getHeader("webhook-timestamp"))),
            List.of(request.getHeader("webhook-signature").split(" ", -1)),
            body);
    received.add(one);
    Reply reply = replies.apply(one);
    if (reply.status() > 0) {
      if (!reply.retryAfter().isEmpty()) {
        request.response().putHeader("retry-after", reply.retryAfter());
      }
      request.response().setStatusCode(reply.status()).end();
    }
  }

  /** RFC 2104 over SHA-256, word for word. */
  private static byte[] hmac(byte[] key, byte[] content) {
    byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256(key) : key, BLOCK);
    byte[] inner = new byte[BLOCK];
    byte[] outer = new byte[BLOCK];
    for (int index = 0; index < BLOCK; index++) {
      inner[index] = (byte) (block[index] ^ 0x36);
      outer[index] = (byte) (block[index] ^ 0x5c);
    }
    return sha256(join(outer, sha256(join(inner, content))));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] join(byte[] left, byte[] right) {
    byte[] whole = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, whole, left.length, right.length);
    return whole;
  }
}
