package dev.helium.launcher.client;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A form with a file in it (RFC 7578). */
final class Multipart {
  private final String boundary = "helium-" + UUID.randomUUID();
  private final List<BodyPublisher> parts = new ArrayList<>();

  Multipart field(String name, String value) {
    text(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(boundary, quotable(name), value));
    return this;
  }

  /** The file is read while it is sent. */
  Multipart file(String name, Path file) throws FileNotFoundException {
    text(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(boundary, quotable(name), quotable(String.valueOf(file.getFileName()))));
    parts.add(BodyPublishers.ofFile(file));
    text("\r\n");
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher body() {
    text("--" + boundary + "--\r\n");
    return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }

  /** What would end it is replaced. */
  private static String quotable(String name) {
    return name.replaceAll("[\"\\r\\n]", "_");
  }

  private void text(String text) {
    parts.add(BodyPublishers.ofString(text));
  }
}
