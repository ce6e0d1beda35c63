package dev.helium.pages.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.buffer.Buffer;

/** Fills templates, which escape by where in the HTML a value stands. */
public final class Rendering {
  private static final String PACKAGE = "dev.helium.pages.templates";
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Rendering.class.getClassLoader(), PACKAGE);

  private Rendering() {}

  /**
   * The HTML of a page or a part of one.
   *
   * @param template its file below {@code src/main/jte}
   * @param model the template's only parameter
   */
  public static Buffer html(String template, Object model) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    ENGINE.render(template, model, output);
    return Buffer.buffer(output.toByteArray());
  }
}
