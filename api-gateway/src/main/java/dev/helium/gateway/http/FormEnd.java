package dev.helium.gateway.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees whether a form in parts came whole, which its last boundary says. */
final class FormEnd {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final int TAIL = 1024;

  private final boolean inParts;
  private final String boundary;
  private Buffer tail = Buffer.buffer();

  FormEnd(String contentType) {
    inParts = contentType.toLowerCase(Locale.ROOT).startsWith("multipart/");
    Matcher matcher = BOUNDARY.matcher(contentType);
    String found = "";
    if (matcher.find()) {
      found = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }
    boundary = found;
  }

  void take(Buffer bytes) {
    if (inParts) {
      tail.appendBuffer(bytes);
      tail = tail.getBuffer(Math.max(0, tail.length() - TAIL), tail.length());
    }
  }

  void check() {
    if (inParts
        && (boundary.isEmpty()
            || !tail.toString(StandardCharsets.ISO_8859_1).contains("--" + boundary + "--"))) {
      throw Problem.of(ProblemKind.UNREADABLE, "The body is not the form that it says it is.")
          .exception();
    }
  }
}
