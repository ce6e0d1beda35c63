package dev.helium.service.tracing;

import dev.helium.wire.TraceParent;

/**
 * Something that is being done. It is told of when it ends, and never if it does not. Safe for use
 * from any thread.
 */
public sealed interface Span permits NoSpan, SdkSpan {
  /** Which side of a call or a record it is on. */
  enum Kind {
    SERVER,
    PRODUCER,
    CONSUMER,
    INTERNAL
  }

  /** What those that follow from it are given: itself. */
  TraceParent place();

  /** Gives it another name. */
  Span name(String name);

  /** Says something about it; never what a user has sent but for names, and never a secret. */
  Span tag(Tag tag, String value);

  /** The same in numbers. */
  Span tag(Tag tag, long value);

  /** Says that it has to do with another span, which it does not follow from. */
  Span link(TraceParent other);

  /**
   * Says that it did not come to its end.
   *
   * @param kind of the failure, one of a few words
   */
  Span failed(String kind);

  /** Says that it is over; whatever is said after that is lost. */
  void end();
}
