package dev.helium.watcher.cluster;

/**
 * A look at a connection.
 *
 * @param listed everything that was there has been seen
 * @param connected every change will be seen
 * @param answering for at least one kind every change will be seen
 * @param stirring something came since the last look for a kind of which not all is seen
 */
record Look(boolean listed, boolean connected, boolean answering, boolean stirring) {
  /** Of a connection that is still being made. */
  static final Look NOTHING = new Look(false, false, false, false);
}
