package dev.helium.log;

import org.apache.kafka.clients.consumer.CommitFailedException;

/**
 * The group has gone on since the share that something was appended under: nothing was written, and
 * the same may be tried again under the next share.
 */
final class StaleShareException extends LogUnavailableException {
  private static final long serialVersionUID = 1L;

  StaleShareException(CommitFailedException cause) {
    super("the group has gone on meanwhile", cause);
  }
}
