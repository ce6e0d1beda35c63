package dev.helium.gateway.identity;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.http.ProblemKind;
import java.util.List;
import java.util.Map;

/** How it is said that nobody knows who asks; nothing of a token is repeated. */
final class Unauthorized {
  private Unauthorized() {}

  static ProblemException missing() {
    return problem("Send the header Authorization: Bearer with the token.", "");
  }

  static ProblemException invalid(String detail) {
    return problem(detail, ", error=\"invalid_token\"");
  }

  static boolean is(Throwable failure) {
    return failure instanceof ProblemException known
        && known.problem().kind() == ProblemKind.UNAUTHORIZED;
  }

  private static ProblemException problem(String detail, String error) {
    return new Problem(
            ProblemKind.UNAUTHORIZED,
            detail,
            List.of(),
            Map.of("www-authenticate", "Bearer realm=\"helium\"" + error))
        .exception();
  }
}
