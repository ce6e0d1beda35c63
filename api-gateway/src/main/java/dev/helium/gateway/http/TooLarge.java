package dev.helium.gateway.http;

/** How it is said that there is too much of something. */
final class TooLarge {
  private TooLarge() {}

  static Problem body(Limits limits) {
    return Problem.of(
        ProblemKind.TOO_LARGE, "A body may have " + limits.body() + " bytes at most.");
  }

  static Problem fields(Limits limits) {
    return Problem.of(
        ProblemKind.TOO_LARGE,
        "A body may have "
            + limits.fields()
            + " fields at most, and each may have "
            + limits.file()
            + " bytes at most.");
  }
}
