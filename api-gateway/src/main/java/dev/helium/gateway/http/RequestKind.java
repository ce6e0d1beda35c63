package dev.helium.gateway.http;

import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.Set;

/** What is to be expected of how long a request takes. */
enum RequestKind {
  /** Answered from what this gateway knows. */
  READ,
  /** Read from the log for this request alone. */
  HISTORY,
  /** Goes to the log and back. */
  CHANGE,
  /** As long as it takes until something has happened, as was asked for. */
  WAITING,
  /** As long as somebody listens. */
  STREAMING,
  /** A page, made of several answers of the API. */
  PAGE;

  private static final String STREAM = "streamEvents";

  /** Reads the whole log. */
  private static final String TRIAL = "tryPolicy";

  private static final String WAIT = "wait=";

  private static final Set<String> OF_THE_LOG =
      Set.of("listEvents", "explainWorkspace", "listAudit", "listDeadLetters", "getDeadLetter");

  /** As it is, or folded again from the log as it was at a moment. */
  private static final String WORKSPACE = "getWorkspace";

  private static final Set<String> MOMENTS = Set.of("at", "sequence");

  /**
   * @param query empty when there is none
   */
  static RequestKind of(String operation, HttpMethod method, String query) {
    if (operation.equals(STREAM)) {
      return STREAMING;
    }
    if (operation.equals(TRIAL) || query.contains(WAIT)) {
      return WAITING;
    }
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      return CHANGE;
    }
    return OF_THE_LOG.contains(operation) || (operation.equals(WORKSPACE) && asksOfThePast(query))
        ? HISTORY
        : READ;
  }

  private static boolean asksOfThePast(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(parameter -> parameter.split("=", 2)[0])
        .anyMatch(MOMENTS::contains);
  }
}
