package dev.helium.gateway;

/** More members died at once than there are copies of the view. */
final class ViewLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ViewLostException() {
    super("a part of the view got lost");
  }
}
