package dev.helium.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real Keycloak, which the build has unpacked, as a process with a database in its memory. */
final class Keycloak implements AutoCloseable {
  private static final Path TARGET =
      Path.of(System.getProperty("helium.root"), "api-gateway", "target");
  private static final String REALMS = "/dev/helium/gateway/keycloak/";
  private static final String ADMIN = "admin-of-tests";
  private static final Duration LONGEST_START = Duration.ofMinutes(4);

  private static final Pattern FORM =
      Pattern.compile("id=\"kc-form-login\"[^>]* action=\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private Keycloak(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Returns at once; it takes a while until the realms answer. */
  static Keycloak start(String... realms) {
    try {
      Path home = home();
      Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
      for (String realm : realms) {
        try (InputStream resource =
            Keycloak.class.getResourceAsStream(REALMS + realm + "-realm.json")) {
          Files.copy(
              resource,
              imports.resolve(realm + "-realm.json"),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
      int port = freePort();
      return new Keycloak(process(home, port), port);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns when the realms answer. */
  void awaitAnswer(String... realms) {
    for (String realm : realms) {
      Awaitility.await()
          .atMost(LONGEST_START)
          .pollInterval(Duration.ofMillis(500))
          .ignoreExceptions()
          .failFast("Keycloak ended; see target/keycloak.log", () -> !process.isAlive())
          .until(
              () ->
                  send(HttpRequest.newBuilder(
                              URI.create(issuer(realm) + "/.well-known/openid-configuration")))
                          .statusCode()
                      == 200);
    }
  }

  URI issuer(String realm) {
    return URI.create("http://127.0.0.1:" + port + "/realms/" + realm);
  }

  /** What somebody gets who signs in with a client. */
  String token(String realm, String client, String user) {
    return accessToken(
        realm,
        Map.of(
            "grant_type",
            "password",
            "client_id",
            client,
            "username",
            user,
            "password",
            "word-of-" + user));
  }

  /** Signs somebody in with a browser that is sent there, and says where it is sent back to. */
  String signIn(String address, String user) {
    HttpResponse<String> form = send(HttpRequest.newBuilder(URI.create(address)));
    Matcher action = FORM.matcher(form.body());
    if (!action.find()) {
      throw new AssertionError(form.statusCode() + " has no form: " + form.body());
    }
    String cookies =
        form.headers().allValues("set-cookie").stream()
            .map(cookie -> cookie.split(";", 2)[0])
            .collect(Collectors.joining("; "));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("cookie", cookies)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=word-of-" + user)));
    return answer
        .headers()
        .firstValue("location")
        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
  }

  /** Where a browser that is sent there is sent on to. */
  String visit(String address) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address)));
    return answer
        .headers()
        .firstValue("location")
        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
  }

  /** The public keys of a realm, as it publishes them. */
  String keys(String realm) {
    return send(HttpRequest.newBuilder(
            URI.create(issuer(realm) + "/protocol/openid-connect/certs")))
        .body();
  }

  /** Has a realm sign with a new key from now on; the one before stays known. */
  void renewKeys(String realm) {
    String admin =
        accessToken(
            "master",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                ADMIN,
                "password",
                ADMIN));
    JsonObject provider =
        new JsonObject(
            """
            {"name": "renewed", "providerId": "rsa-generated",
             "providerType": "org.keycloak.keys.KeyProvider",
             "config": {"priority": ["1000"], "enabled": ["true"], "active": ["true"],
                        "keySize": ["2048"], "algorithm": ["RS256"]}}
            """);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:" + port + "/admin/realms/" + realm + "/components"))
                .header("authorization", "Bearer " + admin)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(provider.encode())));
    if (answer.statusCode() != 201) {
      throw new AssertionError("the keys were not renewed: " + answer.body());
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        all.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      all.forEach(ProcessHandle::destroyForcibly);
    }
    http.close();
  }

  private static Path home() throws IOException {
    try (Stream<Path> folders = Files.list(TARGET.resolve("keycloak"))) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Process process(Path home, int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "bash",
                home.resolve("bin").resolve("kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(TARGET.resolve("keycloak.log").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // Nearly all of its time is start-up, where the optimizing compiler only takes.
    builder
        .environment()
        .put("JAVA_OPTS", "-Xms64m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    return builder.start();
  }

  private String accessToken(String realm, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (answer.statusCode() != 200) {
      throw new AssertionError("no token: " + answer.body());
    }
    return new JsonObject(answer.body()).getString("access_token");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
