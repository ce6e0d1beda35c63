package dev.helium.deletion.clock;

import java.time.Duration;

/** Why the clock is not trusted, for people. */
final class Distrust {
  private Distrust() {}

  /** Empty when it is. */
  static String of(Belief belief) {
    return switch (belief) {
      case Belief.Trusted ignored -> "";
      case Belief.Unwitnessed ignored ->
          "no expiry is acted on before the broker has witnessed the clock";
      case Belief.Jumped(Duration by) ->
          "the clock went "
              + (by.isNegative() ? "back" : "forward")
              + " by "
              + seconds(by)
              + "; no expiry is acted on before the broker has witnessed it";
      case Belief.Contradicted(Duration ahead) ->
          "the clock is "
              + seconds(ahead)
              + (ahead.isNegative() ? " behind" : " ahead of")
              + " the broker's; no expiry is acted on while it is";
    };
  }

  private static Duration seconds(Duration duration) {
    return Duration.ofSeconds(duration.abs().toSeconds());
  }
}
