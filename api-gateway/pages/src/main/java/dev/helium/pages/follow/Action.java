package dev.helium.pages.follow;

import dev.helium.pages.frame.Flash;

/** What can be done to a workspace by a form of its own. */
public enum Action {
  RETRY("retry", "Try again", "creating", Flash.RETRIED),
  CANCEL("cancel", "Stop making it", "deleting", Flash.CANCELLED),
  EXTEND("extend", "Extend", "clock", Flash.EXTENDED),
  SHORTEN("shorten", "Shorten", "clock", Flash.SHORTENED),
  PROTECT("protect", "Protect", "shield", Flash.PROTECTED),
  UNPROTECT("unprotect", "End the protection", "shield", Flash.UNPROTECTED),
  REVIVE("revive", "Bring it back", "creating", Flash.REVIVED),
  DELETE("delete", "Delete", "deleting", Flash.DELETED);

  private final String word;
  private final String title;
  private final String icon;
  private final Flash done;

  Action(String word, String title, String icon, Flash done) {
    this.word = word;
    this.title = title;
    this.icon = icon;
    this.done = done;
  }

  /** In addresses, here and of the API. */
  public String word() {
    return word;
  }

  /** On buttons. */
  public String title() {
    return title;
  }

  public String icon() {
    return icon;
  }

  /** What a page says afterwards. */
  Flash done() {
    return done;
  }

  /** What happens then, in a sentence or two. */
  public String meaning() {
    return switch (this) {
      case RETRY -> "Makes the attempt that failed once more, now.";
      case CANCEL ->
          "The attempt under way is given up. The workspace then waits until somebody tries again,"
              + " updates or deletes it.";
      case EXTEND -> "It lives longer. Nothing is built again.";
      case SHORTEN -> "It goes earlier.";
      case PROTECT -> "Until then neither its expiry nor anybody's wish ends it.";
      case UNPROTECT -> "It can be ended again. If its time is up already, it goes at once.";
      case REVIVE -> "It is made anew from its record, under the same name.";
      case DELETE ->
          "Everything that it is made of is removed, with all data in it. That cannot be undone.";
    };
  }
}
