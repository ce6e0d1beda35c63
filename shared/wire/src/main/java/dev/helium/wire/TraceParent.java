package dev.helium.wire;

import java.util.regex.Pattern;

/**
 * A span that others follow from, as W3C Trace Context writes it; or none. It goes with commands
 * and events as the CloudEvents extension {@code traceparent}.
 *
 * @param text empty when there is none
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">Trace Context</a>
 */
public record TraceParent(String text) {
  /** The header that it goes in; missing when there is none. */
  public static final String HEADER = "ce_traceparent";

  public static final TraceParent NONE = new TraceParent("");

  private static final Pattern FORM =
      Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int TRACE_BEGINS = 3;
  private static final int TRACE_ENDS = 35;

  public TraceParent {
    if (!text.isEmpty() && !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("it is not of the form of a traceparent");
    }
  }

  /** What somebody sent; null and whatever is not of the form count as none. */
  public static TraceParent sent(String text) {
    return text == null || !FORM.matcher(text).matches() ? NONE : new TraceParent(text);
  }

  /** The one that goes with a record. No record is unreadable because of it. */
  public static TraceParent of(Encoded encoded) {
    return sent(encoded.headers().get(HEADER));
  }

  public boolean isNone() {
    return text.isEmpty();
  }

  /** The id of the whole trace, in 32 hexadecimal digits; empty when there is none. */
  public String trace() {
    return isNone() ? "" : text.substring(TRACE_BEGINS, TRACE_ENDS);
  }
}
