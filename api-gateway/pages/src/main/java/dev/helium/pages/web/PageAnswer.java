package dev.helium.pages.web;

import dev.helium.pages.frame.Flash;
import java.util.Objects;

/** What a page answers. */
public sealed interface PageAnswer {
  /** HTML, of a whole page or of a part that is put into one. */
  record Html(int status, String template, Object model) implements PageAnswer {
    public Html {
      Objects.requireNonNull(template, "template");
      Objects.requireNonNull(model, "model");
    }
  }

  /** Another page that the browser reads now, as after every form that did something. */
  record SeeOther(String location) implements PageAnswer {
    public SeeOther {
      if (LocalPath.of(location).isEmpty()) {
        throw new IllegalArgumentException("pages lead to pages of this site, not to " + location);
      }
    }
  }

  static PageAnswer html(String template, Object model) {
    return new Html(200, template, model);
  }

  /** A page that shows a form again, with what is wrong with it. */
  static PageAnswer invalid(String template, Object model) {
    return new Html(422, template, model);
  }

  static PageAnswer seeOther(Query location) {
    return new SeeOther(location.toString());
  }

  /** With what was done, which that page says once. */
  static PageAnswer seeOther(Query location, Flash said) {
    return seeOther(location.with(Flash.PARAMETER, said.id()));
  }
}
