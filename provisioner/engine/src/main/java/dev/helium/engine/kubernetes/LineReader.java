package dev.helium.engine.kubernetes;

/** Takes the lines of a stream one after another. */
@FunctionalInterface
interface LineReader {
  /** Reads one line; false ends the stream. */
  boolean read(String line);
}
