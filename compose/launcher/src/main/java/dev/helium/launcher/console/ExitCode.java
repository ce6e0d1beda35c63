package dev.helium.launcher.console;

import java.util.Locale;

/** How a command ended, as a program sees it; the numbers are part of the contract. */
public enum ExitCode {
  DONE(0, "It is done"),
  /** It was refused, or did not become what was waited for. */
  FAILED(1, "It failed"),
  WRONG_USAGE(2, "The command line or a setting is wrong"),
  /** Nobody answers there, or not in time. */
  UNREACHABLE(3, "It cannot be reached"),
  /** What was named is not there. */
  NOT_FOUND(4, "There is no such thing");

  private final int number;
  private final String title;

  ExitCode(int number, String title) {
    this.number = number;
    this.title = title;
  }

  public int number() {
    return number;
  }

  /** What all that end like this have in common. */
  public String title() {
    return title;
  }

  /** For a program that does not want to know numbers, such as {@code not-found}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
