package dev.helium.log;

import java.util.List;

/** A topic that is there but could lose or misplace records; nothing may run on it. */
public final class TopicMismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicMismatchException(List<String> mismatches) {
    super("the log's topics are not as Helium needs them: " + String.join("; ", mismatches));
  }
}
