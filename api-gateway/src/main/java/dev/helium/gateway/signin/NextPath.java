package dev.helium.gateway.signin;

/** Where somebody wants to go after they have signed in: a path of this site and nothing else. */
final class NextPath {
  private static final String HOME = "/";
  private static final int LONGEST = 2_000;

  private NextPath() {}

  /**
   * The same path, or the first page instead of anything that a browser may take for another site:
   * {@code //host}, {@code /\\host}, and what it leaves out before it looks, such as line ends.
   *
   * @param asked null when nothing was
   */
  static String of(String asked) {
    return asked != null
            && asked.length() <= LONGEST
            && asked.startsWith(HOME)
            && !asked.startsWith("//")
            && !isOfSigningIn(asked)
            && asked.chars().allMatch(NextPath::isHarmless)
        ? asked
        : HOME;
  }

  /** It would lead in a circle, or out again. */
  private static boolean isOfSigningIn(String path) {
    return path.startsWith("/sign-in")
        || path.startsWith("/sign-out")
        || path.startsWith("/signed");
  }

  private static boolean isHarmless(int character) {
    return character > ' ' && character < 0x7f && character != '\\';
  }
}
