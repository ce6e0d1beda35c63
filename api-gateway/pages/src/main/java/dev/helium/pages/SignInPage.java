package dev.helium.pages;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Rendering;
import dev.helium.pages.web.PageHeaders;
import dev.helium.pages.web.Query;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** The pages around signing in. What they lead to is the gateway's. */
public final class SignInPage {
  /**
   * What its template is filled with.
   *
   * @param start where the issuer's way begins
   */
  public record Model(Frame frame, SignInForm form, String start) {}

  /** What the template of the page after signing out is filled with. */
  public record SignedOut(Frame frame) {}

  private SignInPage() {}

  public static Buffer render(SignInForm form) {
    String start = Query.of("/sign-in/start").with("next", form.next()).toString();
    return Rendering.html("signin.jte", new Model(Frame.ofNobody("Sign in"), form, start));
  }

  /** Ends the answer with the page; 401 when the try before went wrong, 200 otherwise. */
  public static void send(RoutingContext context, SignInForm form) {
    PageHeaders.send(context, form.error().isEmpty() ? 200 : 401, render(form));
  }

  /** Ends the answer with the page that says that one has signed out. */
  public static void sendSignedOut(RoutingContext context) {
    PageHeaders.send(
        context, 200, Rendering.html("signedout.jte", new SignedOut(Frame.ofNobody("Signed out"))));
  }
}
