package dev.helium.watcher.publishing;

/** One partition while this process speaks for it; taken again, it is another share. */
final class Share {
  private final int partition;
  private final Known known;
  private final EventSink sink;

  Share(int partition, Known known, EventSink sink) {
    this.partition = partition;
    this.known = known;
    this.sink = sink;
  }

  int partition() {
    return partition;
  }

  Known known() {
    return known;
  }

  EventSink sink() {
    return sink;
  }
}
