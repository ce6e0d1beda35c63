package dev.helium.gateway.identity;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.http.ProblemKind;
import java.util.stream.Collectors;

/** How it is said that somebody may not, and who might. */
public final class Forbidden {
  private Forbidden() {}

  public static ProblemException action(Identity identity, Action action) {
    if (!identity.scopes().contains(action)) {
      return problem(
          "The token is not for that: it would need \""
              + action.word()
              + "\" and has "
              + identity.scopes().stream()
                  .sorted()
                  .map(scope -> '"' + scope.word() + '"')
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return problem(
        "It takes the role "
            + Access.least(action).word()
            + "; yours is "
            + identity.role().word()
            + ".");
  }

  /**
   * Said when a workspace is somebody else's.
   *
   * @param owner of the workspace that somebody else wanted to change; empty when unknown
   */
  public static ProblemException foreign(Identity identity, String owner) {
    return problem(
        "The workspace is "
            + (owner.isEmpty() ? "nobody's that is known" : owner + "'s")
            + " and not "
            + identity.name()
            + "'s. For those of others it takes the role "
            + Access.leastForOthers().word()
            + "; yours is "
            + identity.role().word()
            + ".");
  }

  private static ProblemException problem(String detail) {
    return Problem.of(ProblemKind.FORBIDDEN, detail).exception();
  }
}
