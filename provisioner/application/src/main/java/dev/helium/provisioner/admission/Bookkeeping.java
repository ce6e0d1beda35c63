package dev.helium.provisioner.admission;

import dev.helium.domain.quota.Claim;
import dev.helium.log.LogUnavailableException;
import dev.helium.provisioner.admission.Roll.Moved;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings claims in the log to what the events say, beside the answering: an answer goes by the
 * events themselves, so what is written here later is for those who read the claims, and for the
 * partition's next owner.
 */
final class Bookkeeping implements Consumer<Moved> {
  private static final Logger LOG = LoggerFactory.getLogger(Bookkeeping.class);

  /** Claims that are written together. */
  private static final int LARGEST_BATCH = 500;

  private final int partition;
  private final Accounts accounts;
  private final Turn turn;
  private final Set<Claim> concerned = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean open;

  /** Lets something use the partition's log while nobody else does. */
  @FunctionalInterface
  interface Turn {
    void take(Entries entries) throws LogUnavailableException;
  }

  /** What is to be written, to be asked for when it is one's turn. */
  @FunctionalInterface
  interface Entries {
    List<Claim> overdue();
  }

  Bookkeeping(int partition, Accounts accounts, Turn turn) {
    this.partition = partition;
    this.accounts = accounts;
    this.turn = turn;
  }

  /** Takes note; at most once for each claim, however much happens to it. */
  @Override
  public void accept(Moved moved) {
    concerned.addAll(accounts.concerned(moved));
    consider();
  }

  /** From now on things are written, first of all what is not as it should be. */
  void open() {
    concerned.addAll(accounts.all());
    open = true;
    consider();
  }

  private void consider() {
    if (open && !concerned.isEmpty() && running.compareAndSet(false, true)) {
      Thread.ofVirtual().name("claims-" + partition).start(this::write);
    }
  }

  private void write() {
    boolean written = false;
    try {
      while (!concerned.isEmpty()) {
        List<Claim> batch = concerned.stream().limit(LARGEST_BATCH).toList();
        // Before they are looked at: what happens to them meanwhile notes them again.
        batch.forEach(concerned::remove);
        turn.take(() -> overdue(batch));
      }
      written = true;
    } catch (LogUnavailableException | RuntimeException failure) {
      // The ownership is over, or the claims are written with the next change or by the next owner.
      LOG.atWarn()
          .addKeyValue("partition", partition)
          .addKeyValue("reason", failure.toString())
          .log("claims could not be brought up to date");
    } finally {
      running.set(false);
    }
    if (written) {
      consider();
    }
  }

  private List<Claim> overdue(List<Claim> batch) {
    return batch.stream()
        .map(claim -> accounts.overdue(claim.owner(), claim.workspace()))
        .flatMap(Optional::stream)
        .toList();
  }
}
