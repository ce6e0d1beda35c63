package dev.helium.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** How a page is looked at. */
public enum Look {
  DESKTOP_LIGHT(1280, 800, ColorScheme.LIGHT),
  DESKTOP_DARK(1280, 800, ColorScheme.DARK),
  PHONE_DARK(390, 844, ColorScheme.DARK),
  PHONE_LIGHT(390, 844, ColorScheme.LIGHT);

  private final int width;
  private final int height;
  private final ColorScheme scheme;

  Look(int width, int height, ColorScheme scheme) {
    this.width = width;
    this.height = height;
    this.scheme = scheme;
  }

  /** In pixels of the page. */
  public int width() {
    return width;
  }

  /** In pixels of the page. */
  public int height() {
    return height;
  }

  ColorScheme scheme() {
    return scheme;
  }

  /** In names of files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
