package dev.helium.log;

/**
 * What an event of a partition's owner says beside its content.
 *
 * @param fence the number of the ownership it was written under; 0 when not written by an owner
 * @param commandOffset where the command stands that it decides; -1 when it decides none
 */
public record Stamp(long fence, long commandOffset) {
  static final long NO_COMMAND = -1;

  /** Of an event that no owner wrote. */
  public static final Stamp NONE = new Stamp(0, NO_COMMAND);

  /** Of what comes of an attempt. */
  public static Stamp withoutCommand(long fence) {
    return new Stamp(fence, NO_COMMAND);
  }
}
