package dev.helium.gateway.session;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What a form brings back that was shown to somebody. Nothing is kept of it here: it says to whom,
 * and when, and nobody else can make one.
 */
public final class FormTokens {
  private static final String TO = "to";
  private static final String AT = "at";
  private static final int LONGEST = 2_000;

  private final SealedText sealed;
  private final Duration good;
  private final InstantSource clock;

  /**
   * @param good for how long a form may be filled in
   */
  public FormTokens(SealedText sealed, Duration good, InstantSource clock) {
    this.sealed = sealed;
    this.good = good;
    this.clock = clock;
  }

  /**
   * One for a form that is shown now.
   *
   * @param to says who it is shown to, differently for each
   */
  public String of(String to) {
    return sealed.seal(new JsonObject().put(TO, to).put(AT, clock.instant().getEpochSecond()));
  }

  /** Whether it was shown to them, and not too long ago. */
  public boolean areOf(String to, String token) {
    return !token.isEmpty()
        && token.length() <= LONGEST
        && sealed
            .open(token)
            .filter(shown -> to.equals(shown.getString(TO)))
            .filter(
                shown -> clock.instant().getEpochSecond() - shown.getLong(AT) <= good.toSeconds())
            .isPresent();
  }
}
