package dev.helium.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A form in parts, byte for byte as {@code curl -F} writes it. */
public final class Multipart {
  private static final String BOUNDARY = "------------------------Rr8J0qYUuGnRo7hBAYbVGx";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** As {@code -F name=value}. */
  public Multipart text(String name, String value) {
    part("name=\"" + name + "\"", "");
    return content(value.getBytes(UTF_8));
  }

  /** As {@code -F name=@file}. */
  public Multipart file(String name, String file, String type, byte[] content) {
    part("name=\"" + name + "\"; filename=\"" + file + "\"", "Content-Type: " + type + "\r\n");
    return content(content);
  }

  public String mediaType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  public byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(bytes.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return whole.toByteArray();
  }

  private void part(String disposition, String headers) {
    String head =
        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + headers;
    bytes.writeBytes((head + "\r\n").getBytes(UTF_8));
  }

  private Multipart content(byte[] content) {
    bytes.writeBytes(content);
    bytes.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }
}
