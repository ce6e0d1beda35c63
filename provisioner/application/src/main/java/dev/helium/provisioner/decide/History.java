package dev.helium.provisioner.decide;

import dev.helium.domain.EventRecord;
import java.util.function.Consumer;

/** The events of one partition. */
interface History {
  /** Hands over all that is there now, oldest first. */
  void replay(Consumer<EventRecord> each) throws LogUnavailableException;

  /** Returns when the event is safely in the log. On failure it may be there or not. */
  void append(EventRecord record) throws LogUnavailableException;
}
