package dev.helium.pages;

import java.util.Objects;

/**
 * What the page to sign in offers.
 *
 * @param next where to go afterwards, on this site
 * @param byIssuer whether an issuer signs people in
 * @param issuer what that is called on the button
 * @param byToken whether a token does
 * @param formToken what the form brings back
 * @param error what went wrong with the try before; empty when there was none
 */
public record SignInForm(
    String next, boolean byIssuer, String issuer, boolean byToken, String formToken, String error) {
  public SignInForm {
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(formToken, "formToken");
    Objects.requireNonNull(error, "error");
  }

  /** With an issuer that is called nothing in particular. */
  public SignInForm(
      String next, boolean byIssuer, boolean byToken, String formToken, String error) {
    this(next, byIssuer, "single sign-on", byToken, formToken, error);
  }
}
