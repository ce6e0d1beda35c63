package dev.helium.gateway.signin;

import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.identity.Authentication;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to tell somebody who could not sign in; nothing of what was sent is repeated. */
record Failed(int status, String why) {
  private static final Logger LOG = LoggerFactory.getLogger(Failed.class);
  private static final int BROKEN = 500;

  static Failed of(RoutingContext context, Throwable failure) {
    Throwable known = Authentication.problem(context, failure);
    if (known instanceof ProblemException problem) {
      problem.problem().headers().forEach(context.response()::putHeader);
      return new Failed(problem.problem().kind().status(), problem.problem().detail());
    }
    LOG.atError().setCause(failure).log("somebody could not sign in");
    return new Failed(BROKEN, "Signing in failed; the log of the service says why.");
  }
}
