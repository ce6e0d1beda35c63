package dev.helium.engine.sdk;

import com.pulumi.deployment.internal.DeploymentImpl;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether debug messages of programs and of the SDK are wanted. Nobody sees them without asking,
 * and each one costs a call to the engine and the printing of whole requests.
 */
public final class DebugMessages {
  private static final Logger SDK = Logger.getLogger(DeploymentImpl.class.getName());
  private static final AtomicInteger RUNS = new AtomicInteger();

  private DebugMessages() {}

  /** Lets them through, if asked to, until what is returned is closed. */
  public static Wanted want(boolean asked) {
    if (!asked) {
      return () -> {};
    }
    RUNS.incrementAndGet();
    return RUNS::decrementAndGet;
  }

  /** The time during which debug messages are wanted. */
  @FunctionalInterface
  public interface Wanted extends AutoCloseable {
    @Override
    void close();
  }

  /** True while a run asked for them or the SDK's logger is set to its finest level. */
  public static boolean areWanted() {
    return RUNS.get() > 0 || SDK.isLoggable(Level.FINEST);
  }

  /** Called from the SDK in place of the formatting of debug messages. */
  // Only changed byte code calls this; there is no source for a compiler to check.
  @SuppressWarnings("AnnotateFormatMethod")
  public static String format(String template, Object... arguments) {
    return areWanted() ? template.formatted(arguments) : template;
  }
}
