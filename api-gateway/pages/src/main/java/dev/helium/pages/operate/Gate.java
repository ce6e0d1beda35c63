package dev.helium.pages.operate;

import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.RefusedException;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/** Tells others plainly that a page is not for them. What they may do is for the API to say. */
public final class Gate {
  private static final String TITLE = "Forbidden";

  private Gate() {}

  /** For operators and admins. */
  public static Function<PageRequest, Future<PageAnswer>> operators(
      Function<PageRequest, Future<PageAnswer>> page) {
    return request ->
        request.viewer().operates()
            ? page.apply(request)
            : refused("This page is for operators and admins. You are a %s here.", request);
  }

  /** For admins alone. */
  public static Function<PageRequest, Future<PageAnswer>> admins(
      Function<PageRequest, Future<PageAnswer>> page) {
    return request ->
        request.viewer().administers()
            ? page.apply(request)
            : refused("This page is for admins. Your role here is %s.", request);
  }

  private static Future<PageAnswer> refused(String sentence, PageRequest request) {
    String detail = sentence.formatted(request.viewer().role());
    return Future.failedFuture(new RefusedException(new ApiProblem(403, TITLE, detail, List.of())));
  }
}
