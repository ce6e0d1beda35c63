package dev.helium.pages.support;

import dev.helium.pages.Visitor;

/** A visitor of a test. */
public record Person(String name, String role, String formToken) implements Visitor {
  /** Makes workspaces. */
  public static final Person ADA = new Person("ada@example.com", "user", "token-of-ada");

  public static final Person VERA = new Person("vera@example.com", "viewer", "token-of-vera");
  public static final Person OPAL = new Person("opal@example.com", "operator", "token-of-opal");
  public static final Person ADAM = new Person("adam@example.com", "admin", "token-of-adam");

  @Override
  public boolean operates() {
    return role.equals("operator") || administers();
  }

  @Override
  public boolean administers() {
    return role.equals("admin");
  }

  @Override
  public boolean canSignOut() {
    return true;
  }
}
