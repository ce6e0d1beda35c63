package dev.helium.pages.operate;

import dev.helium.pages.ErrorPage;
import dev.helium.pages.web.ErrorPageException;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import io.vertx.core.Future;
import java.util.function.Function;

/** Tells others plainly that a page is not for them. What they may do is for the API to say. */
public final class Gate {
  private Gate() {}

  /** For operators and admins. */
  public static Function<PageRequest, Future<PageAnswer>> operators(
      Function<PageRequest, Future<PageAnswer>> page) {
    return request ->
        request.viewer().operates()
            ? page.apply(request)
            : refused("operators and admins", "operator", request);
  }

  /** For admins alone. */
  public static Function<PageRequest, Future<PageAnswer>> admins(
      Function<PageRequest, Future<PageAnswer>> page) {
    return request ->
        request.viewer().administers() ? page.apply(request) : refused("admins", "admin", request);
  }

  private static Future<PageAnswer> refused(String whom, String role, PageRequest request) {
    return Future.failedFuture(
        new ErrorPageException(
            new ErrorPage(
                403,
                "You may not do this",
                "This page is for %s. Your role here is %s."
                    .formatted(whom, request.viewer().role()),
                "A role comes with the token, or with the groups, that one signs in with. Ask an"
                    + " admin of this Helium for the role "
                    + role
                    + ", then sign in again.")));
  }
}
