package dev.helium.log;

import dev.helium.wire.TraceParent;
import java.util.Objects;

/**
 * What an event of a partition's owner says beside its content.
 *
 * @param fence the number of the ownership it was written under; 0 when not written by an owner
 * @param commandOffset where the command stands that it decides; -1 when it decides none
 * @param trace the span that it follows from
 */
public record Stamp(long fence, long commandOffset, TraceParent trace) {
  static final long NO_COMMAND = -1;

  public Stamp {
    Objects.requireNonNull(trace, "trace");
  }

  /** Of an event that is part of no trace. */
  public Stamp(long fence, long commandOffset) {
    this(fence, commandOffset, TraceParent.NONE);
  }

  /** Of an event that no owner wrote. */
  public static final Stamp NONE = new Stamp(0, NO_COMMAND);

  /** Of what comes of an attempt. */
  public static Stamp withoutCommand(long fence) {
    return new Stamp(fence, NO_COMMAND);
  }

  /** Says the same of an event that is part of a trace. */
  public Stamp in(TraceParent parent) {
    return new Stamp(fence, commandOffset, parent);
  }
}
