package dev.helium.pages.frame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a page says once after something was done. The address names one of these and never a text
 * of its own, so that nobody can make this site say theirs.
 */
public enum Flash {
  CREATED("The workspace was asked for."),
  UPDATED("The change was asked for."),
  EXTENDED("The workspace lives longer now."),
  SHORTENED("The workspace goes earlier now."),
  PROTECTED("The workspace is protected."),
  UNPROTECTED("The workspace is no longer protected."),
  RETRIED("It is tried again."),
  CANCELLED("It is being stopped."),
  REVIVED("The workspace comes back."),
  DELETED("The workspace is on its way out."),
  PENDING("It was asked for, and is decided in a moment."),
  PAUSED("Nothing is sent for now. What happens meanwhile is sent later."),
  UNPAUSED("It is sent what it wants again, and what happened meanwhile."),
  RESUMED("It goes on where it stopped."),
  REDELIVERED("Those events are sent once more, after what waits already."),
  REDRIVEN("It was sent again. Its workspace shows what comes of it."),
  REDRIVABLE("It could be sent again; nothing was changed."),
  DROPPED("It was dropped. All dead letters still list it."),
  SAVED("It was saved."),
  REMOVED("It was removed.");

  /** The parameter of an address that names one. */
  public static final String PARAMETER = "done";

  private final String text;

  Flash(String text) {
    this.text = text;
  }

  /** One sentence. */
  public String text() {
    return text;
  }

  /** As addresses name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** That of an address; empty when it names none. */
  public static Optional<Flash> named(String id) {
    return Arrays.stream(values()).filter(flash -> flash.id().equals(id)).findFirst();
  }
}
