package dev.helium.service;

import io.vertx.core.Future;

/** One of Helium's processes. */
public interface Service {
  /**
   * Called once. What is not there yet, such as a broker that still starts, is waited for behind a
   * check of the health; a failure of the future ends the process.
   */
  Future<?> start(ServiceContext context);

  /** Called once on SIGTERM: ends what is under way and takes on nothing new. */
  Future<?> stop();
}
