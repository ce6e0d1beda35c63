package dev.helium.watcher.hearing;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a probe has met, in few words. What a probe's command or page has printed is never passed
 * on: it is as much a log as any other, and may hold anything.
 */
final class ProbeFailure {
  private static final Pattern STATUS = Pattern.compile("statuscode: (\\d{3})\\b");
  private static final Pattern TYPE = Pattern.compile("^(Readiness|Liveness|Startup) probe ");

  private ProbeFailure() {}

  /** Such as {@code its readiness probe is answered 503}. */
  static String inWords(String message) {
    Matcher type = TYPE.matcher(message);
    String probe = type.find() ? type.group(1).toLowerCase(Locale.ROOT) + " probe" : "probe";
    return "its " + probe + " " + outcome(message);
  }

  /** True for a probe whose failure ends the container. */
  static boolean endsTheContainer(String message) {
    return message.startsWith("Liveness") || message.startsWith("Startup");
  }

  private static String outcome(String message) {
    Matcher status = STATUS.matcher(message);
    if (status.find()) {
      return "is answered " + status.group(1);
    }
    if (message.contains("connection refused")) {
      return "is refused a connection";
    }
    if (message.contains("no such host")) {
      return "asks for a host that is not known";
    }
    if (message.contains("deadline exceeded")
        || message.contains("timed out")
        || message.contains("timeout")) {
      return "gets no answer in time";
    }
    return "fails";
  }
}
