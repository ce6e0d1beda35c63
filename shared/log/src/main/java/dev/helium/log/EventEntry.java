package dev.helium.log;

/** What stands at a place of the events: an event, or a record that cannot be read as one. */
public sealed interface EventEntry permits Delivery, Unreadable {
  int partition();

  long offset();
}
