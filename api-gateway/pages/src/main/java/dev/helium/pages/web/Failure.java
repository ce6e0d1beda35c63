package dev.helium.pages.web;

import dev.helium.pages.ErrorPage;
import dev.helium.pages.read.ApiProblem;

/** What went wrong, in words for people who did nothing wrong. */
final class Failure {
  private static final String BACK = "Go back and try again, or start from the list of workspaces.";

  private Failure() {}

  static ErrorPage of(ApiProblem problem) {
    return switch (problem.status()) {
      case 403 -> new ErrorPage(403, "You may not do this", problem.said(), ErrorPage.ASK_OPERATOR);
      case 404, 410 ->
          new ErrorPage(
              problem.status(),
              "There is nothing here",
              problem.said(),
              "Check the name, or find it in the list of workspaces.");
      case 429 ->
          new ErrorPage(429, "Too many requests", problem.said(), "Wait a moment, then try again.");
      case 503 ->
          new ErrorPage(
              503,
              "Not available at the moment",
              problem.said(),
              "Nothing is lost. Try again in a few seconds.");
      default ->
          new ErrorPage(
              problem.status(), "That did not work", String.join(" ", problem.sentences()), BACK);
    };
  }

  static ErrorPage of(int status) {
    return switch (status) {
      case 403 ->
          new ErrorPage(
              403,
              "This form is too old",
              "It was shown before you signed in, or did not come from this site."
                  + " Nothing was changed.",
              "Go back, load the page again, and repeat what you did.");
      case 404 -> ErrorPage.NOT_FOUND;
      case 413 ->
          new ErrorPage(413, "That is too much", "What was sent is larger than allowed.", BACK);
      case 415 ->
          new ErrorPage(415, "That cannot be read", "What was sent is not a form of ours.", BACK);
      default -> status >= 400 && status < 500 ? ErrorPage.BAD_REQUEST : ErrorPage.BROKEN;
    };
  }
}
