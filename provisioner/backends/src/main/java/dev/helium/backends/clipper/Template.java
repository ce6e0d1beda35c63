package dev.helium.backends.clipper;

import dev.helium.backends.product.Templates;
import java.util.Map;

/** Files of this folder. */
final class Template {
  private static final Templates FILES = Templates.beside(Template.class);

  private Template() {}

  static String text(String file) {
    return FILES.text(file);
  }

  static String filled(String file, Map<String, String> known) {
    return FILES.filled(file, known);
  }
}
