package dev.helium.engine.provider;

/**
 * How one property differs.
 *
 * @param kind what happens to it
 * @param replaces true when it cannot change in place
 * @param inputs true when inputs were compared with inputs, false when the live resource was looked
 *     at
 */
public record PropertyChange(Kind kind, boolean replaces, boolean inputs) {
  /** What happens to a property. */
  public enum Kind {
    /** It was not there. */
    ADD,
    /** It is not wanted any more. */
    DELETE,
    /** It has another value. */
    UPDATE
  }
}
