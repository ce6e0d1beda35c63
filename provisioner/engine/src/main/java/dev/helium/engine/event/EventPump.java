package dev.helium.engine.event;

import com.pulumi.automation.events.EngineEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the events of a run to the thread that called the command. That thread has nothing else
 * to do, so listeners are called in order, by one thread, and all of them before the command
 * returns.
 */
public final class EventPump {
  private static final Logger LOG = LoggerFactory.getLogger(EventPump.class);
  private static final int CAPACITY = 1024;

  private final BlockingQueue<RunEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final EventTranslator translator;
  private final ProgressLines lines;
  private final Consumer<EngineEvent> listener;
  private boolean listenerFailed;

  /** A pump; the listener may be null. */
  public EventPump(
      InstantSource clock, boolean preview, ProgressLines lines, Consumer<EngineEvent> listener) {
    this.translator = new EventTranslator(clock, preview);
    this.lines = lines;
    this.listener = listener;
  }

  /** Tells an event. Waits while the listener is far behind. */
  public void tell(RunEvent event) {
    var interrupted = false;
    while (true) {
      try {
        queue.put(event);
        break;
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why the calling thread stops waiting for the end. */
  public interface Patience {
    /** The thread was interrupted. */
    void interrupted();

    /** The time allowed is over. */
    void overdue();
  }

  /**
   * Delivers events until the end. An interrupt and the end of the time allowed are told once; the
   * rest still comes.
   */
  public void run(Duration allowed, Patience patience) {
    var deadline = System.nanoTime() + allowed.toNanos();
    var late = false;
    var interrupted = false;
    while (true) {
      try {
        var event =
            late
                ? queue.take()
                : queue.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (event == null) {
          late = true;
          patience.overdue();
          continue;
        }
        deliver(event);
        if (event instanceof RunEvent.End) {
          break;
        }
      } catch (InterruptedException now) {
        interrupted = true;
        patience.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(RunEvent event) {
    try {
      lines.show(event);
      if (listener != null) {
        listener.accept(translator.translate(event));
      }
    } catch (RuntimeException failure) {
      if (!listenerFailed) {
        listenerFailed = true;
        LOG.atWarn().setCause(failure).log("the event listener failed; the run goes on");
      }
    }
  }
}
