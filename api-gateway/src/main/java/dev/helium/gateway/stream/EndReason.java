package dev.helium.gateway.stream;

import java.util.Locale;

/** Why a stream has ended. */
enum EndReason {
  /** The client has gone. */
  CLIENT("the client has gone"),
  /** What was sent was not taken in time, or too often too late. */
  SLOW("too slow; come back with the last id"),
  /** This gateway stops. */
  DRAIN("this gateway stops; come back with the last id"),
  /** Who asked may not listen any longer. */
  EXPIRED("the permission to listen has ended"),
  /** What comes next is not in the log any more. */
  GONE("what comes next is not in the log any more; begin anew"),
  /** The log could not be read for too long. */
  LOG("the log cannot be read; come back later with the last id");

  private final String words;

  EndReason(String words) {
    this.words = words;
  }

  /** As the last comment says it. */
  String words() {
    return words;
  }

  /** As the meter says it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
