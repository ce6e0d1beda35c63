package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What nobody sends who means well: each is refused, or taken for what is not there or cannot be
 * known yet; every answer has the safe headers, and afterwards all is as before.
 */
@ExtendWith(GatewayWithoutLog.class)
class AbuseTest {
  private static final Pattern STATUS = Pattern.compile("^HTTP/[0-9]\\.[0-9] ([0-9]{3}) ");
  private static final String TOKEN = "Authorization: Bearer " + TestGateway.TOKEN + "\r\n";
  private static final String REFUSED = "HTTP/1.1 413 ";
  private static final int MEBIBYTE = 1024 * 1024;

  private static TestGateway gateway;
  private static Client client;

  @BeforeAll
  static void start(TestGateway shared) {
    gateway = shared;
    client = gateway.client();
  }

  @Test
  void noPathLeadsAnywhereElse() {
    // given
    for (String path :
        List.of(
            "/v1/api/workspace/../../healthz/x",
            "/v1/api/workspace/..%2f..%2fetc%2fpasswd",
            "/v1/api/workspace/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
            "//v1//api//workspaces",
            "/v1/api/workspace/%00",
            "/v1/api/workspace/%ff%fe",
            "/v1/api/workspace/%zz",
            "/v1/api/workspace/%",
            "/v1/api/workspace/a%0d%0aX-Injected:%20yes",
            "/v1/api/workspace/;jsessionid=1",
            "/v1/api/workspace/" + "a".repeat(3_000),
            "/v1/api/workspace/a?" + "b=1&".repeat(800),
            "/v1/api/workspace/%F0%9F%92%A9",
            "/V1/API/WORKSPACES",
            "/.git/config",
            "/openapi.yaml/../../pom.xml",
            "*",
            "relative",
            "http://elsewhere.example/v1/api/nothing")) {
      // when
      String answer = send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + TOKEN + "\r\n");
      // then
      assertThat(status(answer)).as("%s: %s", path, answer).isIn(400, 404, 414, 422, 503);
      assertSafe(answer);
      assertThat(answer.lines()).noneMatch(line -> line.startsWith("X-Injected"));
    }
    assertLives();
  }

  @Test
  void headsThatAreNotAreRefused() {
    // given
    Map<String, String> heads = new LinkedHashMap<>();
    heads.put("no version", "GET /healthz\r\n\r\n");
    heads.put("no such version", "GET /healthz HTTP/9.9\r\nHost: localhost\r\n\r\n");
    heads.put("no method", " /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    heads.put("other bytes", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n");
    heads.put("a name with a space", "GET /healthz HTTP/1.1\r\nHost : localhost\r\n\r\n");
    heads.put(
        "a value with a zero", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n");
    heads.put("two lengths", post("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"));
    heads.put("a negative length", post("Content-Length: -1\r\n", ""));
    heads.put("a length in words", post("Content-Length: two\r\n", "{}"));
    heads.put("a length beyond all", post("Content-Length: 99999999999999999999\r\n", "{}"));
    heads.put(
        "a chunk that is none", post("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"));
    heads.put(
        "a chunk beyond all", post("Transfer-Encoding: chunked\r\n", "7fffffffffffffff\r\n{}"));
    heads.put("another encoding", post("Transfer-Encoding: gzip\r\n", "{}"));
    heads.put(
        "a hundred fields too long",
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\n"
            + "X: "
            + "y".repeat(200)
            + "\r\n"
            + ("Z: " + "y".repeat(200) + "\r\n").repeat(100)
            + "\r\n");
    heads.forEach(
        (what, head) -> {
          // when
          String answer = sendAndEnd(head);
          // then
          if (!answer.isEmpty()) {
            assertThat(status(answer)).as("%s: %s", what, answer).isBetween(400, 599);
            assertThat(status(answer)).as("%s: %s", what, answer).isNotEqualTo(500);
            // The library answers another version by itself, without a body.
            if (status(answer) != 501) {
              assertSafe(answer);
            }
          }
        });
    assertLives();
  }

  @Test
  void formsThatAreNotAreRefused() {
    // given
    String type = "Content-Type: multipart/form-data; boundary=x\r\n";
    Map<String, String> bodies = new LinkedHashMap<>();
    bodies.put("no name", "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n");
    bodies.put("no disposition", "--x\r\n\r\na\r\n--x--\r\n");
    bodies.put("only the end", "--x--\r\n");
    bodies.put("another boundary", "--y\r\n\r\na\r\n--y--\r\n");
    bodies.put(
        "a path as its file",
        "--x\r\n"
            + "Content-Disposition: form-data; name=\"valuesYaml\";"
            + " filename=\"../../etc/passwd\"\r\n"
            + "\r\n"
            + "a\r\n"
            + "--x--\r\n");
    bodies.put(
        "a name that is long",
        "--x\r\nContent-Disposition: form-data; name=\""
            + "n".repeat(9_000)
            + "\"\r\n\r\na\r\n--x--\r\n");
    bodies.put(
        "forms in forms",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: multipart/mixed;"
            + " boundary=y\r\n\r\n--y\r\n\r\nb\r\n--y--\r\n--x--\r\n");
    bodies.put(
        "an encoding of its own",
        "--x\r\nContent-Disposition: form-data; name=\"name\"\r\nContent-Type: text/plain;"
            + " charset=none-such\r\n\r\na\r\n--x--\r\n");
    bodies.forEach(
        (what, body) -> {
          // when
          String answer = send(post(type + "Content-Length: " + body.length() + "\r\n", body));
          // then
          assertThat(status(answer)).as("%s: %s", what, answer).isIn(400, 413, 422, 503);
          assertSafe(answer);
        });
    assertLives();
  }

  @Test
  void aBodyOfAHundredMebibytesIsRefusedAndNotHeld() {
    // given
    String head =
        post("Content-Type: application/json\r\nContent-Length: " + 100 * MEBIBYTE + "\r\n", "");
    String part = "x".repeat(MEBIBYTE);
    try (RawSocket socket = new RawSocket(gateway.port())) {
      // when
      String answer = socket.send(head).read(REFUSED.length());
      int sent = 0;
      while (sent < 100 && socket.canSend(part)) {
        sent++;
      }
      // then
      assertThat(answer).isEqualTo(REFUSED);
    }
    assertLives();
  }

  @Test
  void manyThatAskAndLeaveHarmNobody() {
    // given, when
    for (int number = 0; number < 500; number++) {
      try (RawSocket socket = new RawSocket(gateway.port())) {
        socket.send("GET /openapi.yaml HTTP/1.1\r\nHost: localhost\r\n\r\n");
      }
    }
    // then
    assertLives();
  }

  /** With the token and a host, and whatever else. */
  private static String post(String headers, String body) {
    return "POST /v1/api/workspace HTTP/1.1\r\nHost: localhost\r\n"
        + TOKEN
        + headers
        + "\r\n"
        + body;
  }

  /** The answer, after which the connection is asked to end. */
  private static String send(String request) {
    try (RawSocket socket = new RawSocket(gateway.port())) {
      return socket
          .send(request.replaceFirst("\r\nHost:", "\r\nConnection: close\r\nHost:"))
          .readToEnd();
    }
  }

  /** What is answered at once, if anything: nothing more comes. */
  private static String sendAndEnd(String request) {
    try (RawSocket socket = new RawSocket(gateway.port())) {
      return socket.send(request).endSending().readToEnd();
    }
  }

  private static int status(String answer) {
    Matcher matcher = STATUS.matcher(answer);
    assertThat(matcher.find()).as(answer).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  private static void assertSafe(String answer) {
    assertThat(answer)
        .contains(
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "content-security-policy: default-src 'none'",
            "referrer-policy: no-referrer",
            "cross-origin-resource-policy: same-origin");
  }

  private static void assertLives() {
    assertThat(client.send(client.bare("/healthz")).statusCode()).isEqualTo(200);
  }
}
