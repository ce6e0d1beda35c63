package dev.helium.pages.web;

import dev.helium.pages.ErrorPage;

/** Why a page is not made, in the words of the page itself. Becomes that error page. */
public final class ErrorPageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorPage page;

  public ErrorPageException(ErrorPage page) {
    super(page.status() + " " + page.title(), null, false, false);
    this.page = page;
  }

  ErrorPage page() {
    return page;
  }
}
