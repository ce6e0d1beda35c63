package dev.helium.pages;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Rendering;
import dev.helium.pages.frame.Section;
import dev.helium.pages.frame.Viewer;
import dev.helium.pages.web.PageHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A page that says what went wrong.
 *
 * @param title in a few words
 * @param what happened, in plain words; text of others is escaped
 * @param advice what to do now
 */
public record ErrorPage(int status, String title, String what, String advice) {
  public static final String ASK_OPERATOR =
      "Ask whoever made the workspace, or somebody who runs this Helium.";

  public static final ErrorPage NOT_FOUND =
      new ErrorPage(
          404,
          "There is nothing here",
          "No page has this address.",
          "Check the address, or start from the list of workspaces.");

  public static final ErrorPage BAD_REQUEST =
      new ErrorPage(
          400,
          "That cannot be read",
          "The request was not one that this site understands.",
          "Go back, load the page again, and repeat what you did.");

  public static final ErrorPage BROKEN =
      new ErrorPage(
          500,
          "Something broke",
          "The page could not be made. The fault is on this side, and it was written down.",
          "Try again in a few seconds. What was under way goes on all the same.");

  /** What its template is filled with. */
  public record Model(Frame frame, ErrorPage error) {}

  public ErrorPage {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(advice, "advice");
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("errors are from 400 to 599, not " + status);
    }
  }

  /** Ends the answer with this page, for somebody who is not known. */
  public void send(RoutingContext context) {
    send(context, Viewer.NOBODY);
  }

  public void send(RoutingContext context, Viewer viewer) {
    Frame frame = new Frame(title, Section.NONE, viewer, Optional.empty(), Instant.EPOCH);
    PageHeaders.send(context, status, Rendering.html("error.jte", new Model(frame, this)));
  }
}
