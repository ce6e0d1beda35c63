package dev.helium.pages.create;

import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A form as a browser sends it. */
final class FilledForm {
  static final String KEY = "0a1b2c3d-0000-4000-8000-0123456789ab";
  private static final String BOUNDARY = "----boundary-of-a-browser";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** Of that backend, shown to Ada just now. */
  static FilledForm of(String backend) {
    return new FilledForm()
        .text("formToken", Person.ADA.formToken())
        .text("backend", backend)
        .text("key", KEY)
        .text("shown", "2026-11-29T11:59:00Z")
        .text("update", "");
  }

  FilledForm text(String name, String value) {
    return part("name=\"" + name + "\"\r\n\r\n", value.getBytes(StandardCharsets.UTF_8));
  }

  FilledForm file(String name, String file, byte[] content) {
    return part(
        "name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(name, file.replace("\"", "%22")),
        content);
  }

  HttpResponse<String> post(PageServer server, String path) {
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .timeout(Duration.ofSeconds(30))
            .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(path, e);
    }
  }

  private FilledForm part(String head, byte[] content) {
    String start = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head;
    body.writeBytes(start.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return this;
  }
}
