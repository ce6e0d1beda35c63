package dev.helium.broker;

import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's own handlers halt the JVM on a fatal fault, which would take a whole test run with it:
 * here whoever started the broker decides.
 */
final class Faults implements FaultHandlerFactory {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private final Runnable onFatal;

  Faults(Runnable onFatal) {
    this.onFatal = onFatal;
  }

  @Override
  public FaultHandler build(String name, boolean fatal, Runnable action) {
    return (message, cause) -> {
      LOG.atError()
          .setCause(cause)
          .addKeyValue("handler", name)
          .addKeyValue("fatal", fatal)
          .log(message);
      action.run();
      if (fatal) {
        onFatal.run();
      }
      return new IllegalStateException(name + ": " + message, cause);
    };
  }
}
