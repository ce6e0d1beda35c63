package dev.helium.launcher.command;

import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;

/** How many of something are shown, as the option {@code --most} says. */
final class Most {
  private Most() {}

  /** Refuses a number that is out of bounds. */
  static void check(int most, int limit) {
    if (most < 1 || most > limit) {
      throw new UserException(
          ExitCode.WRONG_USAGE, "--most must be from 1 to %d, and not %d.".formatted(limit, most));
    }
  }
}
