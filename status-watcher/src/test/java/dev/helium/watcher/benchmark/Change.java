package dev.helium.watcher.benchmark;

/**
 * One change of a pod's readiness on its way. Instants are those of {@link System#nanoTime()}, 0
 * for not yet.
 */
final class Change {
  private final boolean ready;
  private volatile long sent;
  private volatile long answered;
  private volatile long heard;

  Change(boolean ready) {
    this.ready = ready;
  }

  boolean ready() {
    return ready;
  }

  /** When it was sent to the API server. */
  long sent() {
    return sent;
  }

  void send() {
    sent = System.nanoTime();
  }

  /** When the API server's answer came: it was committed a little earlier. */
  long answered() {
    return answered;
  }

  void answer() {
    answered = System.nanoTime();
  }

  /** When the audience had it. */
  long heard() {
    return heard;
  }

  void hear() {
    heard = System.nanoTime();
  }

  boolean isOver() {
    return answered != 0 && heard != 0;
  }
}
