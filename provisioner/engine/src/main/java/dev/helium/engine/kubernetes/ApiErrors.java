package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.kubernetes.ApiServer.Answer;

/** What a refusal of the API server means. */
final class ApiErrors {
  private ApiErrors() {}

  static EngineException of(Object subject, Answer answer) {
    var message = Refusals.message(answer);
    if (answer.code() == 409 && FieldConflicts.isIn(answer.body())) {
      return new EngineException(
          FailureClass.CONFLICT, subject + ": " + FieldConflicts.describe(answer.body()));
    }
    return new EngineException(classify(answer, message), subject + ": " + message);
  }

  /**
   * True while a quota that was just made has not been counted yet; the next try a moment later
   * succeeds.
   */
  static boolean isQuotaNotCountedYet(Answer answer) {
    return answer.code() == 403
        && answer.body().path("message").asText().contains("status unknown for quota");
  }

  private static FailureClass classify(Answer answer, String message) {
    return switch (answer.code()) {
      case 400, 405, 406, 413, 415, 422 -> FailureClass.INVALID;
      case 401 -> FailureClass.FORBIDDEN;
      case 403 -> forbidden(message);
      case 404 -> FailureClass.NOT_FOUND;
      case 409 ->
          "AlreadyExists".equals(answer.body().path("reason").asText())
              ? FailureClass.ALREADY_EXISTS
              : FailureClass.CONFLICT;
      // All node ports, or addresses of services, are taken, which the server calls its own fault.
      case 500 ->
          message.contains("range is full")
              ? FailureClass.QUOTA_EXCEEDED
              : FailureClass.CLUSTER_UNREACHABLE;
      default ->
          answer.code() == 429 || answer.code() >= 500
              ? FailureClass.CLUSTER_UNREACHABLE
              : FailureClass.INTERNAL;
    };
  }

  private static FailureClass forbidden(String message) {
    if (message.contains("exceeded quota")) {
      return FailureClass.QUOTA_EXCEEDED;
    }
    return message.contains("because it is being terminated")
        ? FailureClass.CONFLICT
        : FailureClass.FORBIDDEN;
  }
}
