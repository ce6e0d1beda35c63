package dev.helium.backends.helicone;

import dev.helium.backends.product.Templates;

/** Files of this folder. */
final class Template {
  private static final Templates FILES = Templates.beside(Template.class);

  private Template() {}

  static String text(String file) {
    return FILES.text(file);
  }
}
