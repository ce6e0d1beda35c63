package dev.helium.gateway.recent;

/** What a text is that somebody takes for the id of an event. */
public sealed interface GivenPosition {
  record Known(Position position) implements GivenPosition {}

  /** An id of a stream, but of the events of another Kafka cluster. */
  record OfAnotherLog() implements GivenPosition {}

  /** No id that a stream has ever given. */
  record Unreadable() implements GivenPosition {}
}
