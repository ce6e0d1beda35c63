package dev.helium.gateway.workspaces;

import dev.helium.domain.Refusal;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import java.util.Map;

/** What a refusal is over HTTP. */
public final class Refusals {
  private Refusals() {}

  static Problem problem(Refusal refusal) {
    return switch (refusal.reason()) {
      case UNKNOWN_WORKSPACE -> unknown();
      case INVALID -> Problem.invalid(refusal.errors());
      case BEING_DELETED ->
          conflict(
              refusal, "The workspace is being deleted; its name is free again when it is gone.");
      case NOT_EXPIRED -> Problem.of(ProblemKind.CONFLICT, "The workspace has not expired.");
      case NOT_DELETED ->
          Problem.of(ProblemKind.CONFLICT, "The life that something was left of is not over.");
      case NOTHING_TO_RETRY ->
          Problem.of(ProblemKind.CONFLICT, "No attempt at the workspace has failed.");
      case NOTHING_TO_CANCEL ->
          Problem.of(ProblemKind.CONFLICT, "The workspace is not being made or updated.");
      case NOT_DRIFTED ->
          Problem.of(ProblemKind.CONFLICT, "Nothing of the workspace is known to be missing.");
      case NOT_LEAVING ->
          Problem.of(
              ProblemKind.CONFLICT, "The workspace is not on its way out of another cluster.");
      case NOT_DESTROYED -> Problem.of(ProblemKind.CONFLICT, "The workspace is not destroyed.");
      case PROTECTED -> conflict(refusal, "The workspace is protected.");
      case NOT_PROTECTED -> conflict(refusal, "Nobody protects the workspace.");
      case NOT_ANNOUNCED -> conflict(refusal, "The workspace does not end then.");
      case QUOTA -> new Problem(ProblemKind.QUOTA, refusal.detail(), refusal.errors(), Map.of());
      case NOT_REVIVABLE -> conflict(refusal, "The workspace cannot be brought back.");
      case NOT_AS_EXPECTED -> Problem.of(ProblemKind.PRECONDITION_FAILED, refusal.detail());
    };
  }

  /** In the words of the refusal, where it has some. */
  private static Problem conflict(Refusal refusal, String otherwise) {
    return new Problem(
        ProblemKind.CONFLICT,
        refusal.detail().isEmpty() ? otherwise : refusal.detail(),
        refusal.errors(),
        Map.of());
  }

  public static Problem unknown() {
    return Problem.of(ProblemKind.UNKNOWN, "There is no workspace of that name.");
  }
}
