package dev.helium.pages.frame;

import dev.helium.pages.Visitor;
import java.util.Objects;

/**
 * The visitor as pages show them.
 *
 * @param name empty when it is nobody
 */
public record Viewer(
    String name,
    String role,
    boolean operates,
    boolean administers,
    boolean canSignOut,
    String formToken) {
  /** Before somebody has signed in. */
  public static final Viewer NOBODY = new Viewer("", "", false, false, false, "");

  private static final String READER = "viewer";

  public Viewer {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(formToken, "formToken");
  }

  public static Viewer of(Visitor visitor) {
    return new Viewer(
        visitor.name(),
        visitor.role(),
        visitor.operates(),
        visitor.administers(),
        visitor.canSignOut(),
        visitor.formToken());
  }

  public boolean isKnown() {
    return !name.isEmpty();
  }

  /** Whether their role reaches more than looking. */
  public boolean mayChange() {
    return isKnown() && !role.equals(READER);
  }

  /** Whether they may change what this person made. */
  public boolean mayChange(String owner) {
    return operates || (mayChange() && name.equals(owner));
  }
}
