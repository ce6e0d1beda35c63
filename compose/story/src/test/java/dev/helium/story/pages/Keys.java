package dev.helium.story.pages;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Somebody who has a keyboard and no mouse. */
final class Keys {
  /** More than any page has that can be focused. */
  private static final int MOST = 150;

  /** What a person hears or reads of where they are. */
  private static final String HERE =
      """
      () => {
        const here = document.activeElement
        const label = here.labels?.length ? here.labels[0].textContent : here.textContent
        return (here.getAttribute('aria-label') || label || '').replace(/\\s+/g, ' ').trim()
      }
      """;

  /** Whoever cannot see where they are is lost. The parts of a date the browser marks itself. */
  private static final String IS_MARKED =
      """
      () => {
        const here = document.activeElement
        const style = getComputedStyle(here)
        return here.matches('body, input[type^=date]') || style.outlineStyle !== 'none' || style.boxShadow !== 'none'
      }
      """;

  private final Page page;

  Keys(Page page) {
    this.page = page;
  }

  /** Goes on until that is focused. */
  Keys to(String name) {
    return until(name, name::equals);
  }

  /** Goes on until something is focused whose name begins so. */
  Keys toFirst(String name) {
    return until(name, here -> here.startsWith(name));
  }

  Keys type(String text) {
    page.keyboard().type(text);
    return this;
  }

  Keys press(String key) {
    page.keyboard().press(key);
    return this;
  }

  void requireOn(String name) {
    String here = here();
    if (!here.equals(name)) {
      throw new AssertionError("the focus is on '%s' instead of '%s'".formatted(here, name));
    }
  }

  private Keys until(String name, Predicate<String> isMeant) {
    List<String> passed = new ArrayList<>();
    for (int step = 0; step < MOST; step++) {
      page.keyboard().press("Tab");
      String here = here();
      if (!(boolean) page.evaluate(IS_MARKED)) {
        throw new AssertionError("'%s' does not show that it is focused".formatted(here));
      }
      if (isMeant.test(here)) {
        return this;
      }
      passed.add(here);
    }
    throw new AssertionError("'%s' is not reached by Tab, but %s are".formatted(name, passed));
  }

  private String here() {
    return (String) page.evaluate(HERE);
  }
}
