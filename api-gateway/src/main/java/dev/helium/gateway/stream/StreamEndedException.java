package dev.helium.gateway.stream;

/** There is nobody any more to send to. */
final class StreamEndedException extends Exception {
  private static final long serialVersionUID = 1L;

  StreamEndedException() {
    super("the stream has ended", null, false, false);
  }
}
