package dev.helium.pages;

/** Who looks at a page, as the gateway found out. */
public interface Visitor {
  /** As workspaces say it under "created by". */
  String name();

  /** viewer, user, operator or admin. */
  String role();

  /** Whether the role reaches what operators see and do. */
  boolean operates();

  /** Whether the role reaches what admins see and do. */
  boolean administers();

  /** Whether they signed in here, and so can sign out; false when a proxy or nobody asks. */
  boolean canSignOut();

  /**
   * What each form of this visitor brings back under {@code formToken}, against forged requests.
   */
  String formToken();
}
