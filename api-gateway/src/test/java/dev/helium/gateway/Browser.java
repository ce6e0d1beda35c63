package dev.helium.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps cookies as a browser does, goes nowhere by itself, and connects from an address of its own.
 */
final class Browser {
  /** Where no other test asks from. */
  static final String ADDRESS = "127.0.0.7";

  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

  final Map<String, String> cookies = new TreeMap<>();
  private final HttpClient http;
  private final int port;

  Browser(int port) {
    this.port = port;
    try {
      http =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .localAddress(InetAddress.getByName(ADDRESS))
              .build();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** One with the same cookies, as whoever copied them has. */
  Browser copy() {
    Browser copy = new Browser(port);
    copy.cookies.putAll(cookies);
    return copy;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> delete(String path, String... headers) {
    return send(request(path, headers).DELETE());
  }

  HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request(path, headers)
            .header("content-type", Client.FORM)
            .POST(BodyPublishers.ofString(form)));
  }

  /** Fills in the form with a token. */
  HttpResponse<String> signIn(String token) {
    return signIn(token, "/");
  }

  HttpResponse<String> signIn(String token, String next) {
    return post(
        "/sign-in", Map.of("token", token, "next", next, "formToken", formToken(get("/sign-in"))));
  }

  HttpResponse<String> signOut() {
    return post("/sign-out", Map.of("formToken", who().getString("formToken")));
  }

  /** What the page says of whoever looks at it. */
  JsonObject who() {
    return new JsonObject(get(ProbePages.PAGE).body());
  }

  boolean isKnown() {
    return get(ProbePages.PAGE).statusCode() == 200;
  }

  static String formToken(HttpResponse<String> page) {
    Matcher matcher = FORM_TOKEN.matcher(page.body());
    if (!matcher.find()) {
      throw new AssertionError(page.statusCode() + " has no form: " + page.body());
    }
    return matcher.group(1);
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse("");
  }

  /** What was said of a cookie; empty for nothing. */
  static String cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("set-cookie").stream()
        .filter(each -> each.startsWith(name + "="))
        .reduce("", (first, last) -> last);
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofMinutes(1));
    if (!cookies.isEmpty()) {
      builder.header(
          "cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    for (int at = 0; at < headers.length; at += 2) {
      builder.header(headers[at], headers[at + 1]);
    }
    return builder;
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) {
    try {
      HttpResponse<String> answer = http.send(builder.build(), BodyHandlers.ofString());
      keep(answer.headers().allValues("set-cookie"));
      return answer;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private void keep(List<String> said) {
    for (String each : said) {
      String pair = each.split(";", 2)[0];
      int equals = pair.indexOf('=');
      if (each.contains("Max-Age=0")) {
        cookies.remove(pair.substring(0, equals));
      } else {
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
  }
}
