package dev.helium.log;

import dev.helium.domain.Source;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Appends one source's events to all partitions that a group gives this process: what gathers while
 * an append is under way is appended together, in one transaction, and is there whole or not at
 * all.
 *
 * <p>Whoever loses a partition can write nothing to it any more, however late: each transaction is
 * let pass by the group's coordinator, and only while the group's generation is the one in which
 * the partition was this process's.
 */
public final class GroupLog {
  private final LogSettings settings;
  private final Source source;
  private final GroupShares shares;
  private final OwnRecords own = new OwnRecords();
  private final String id;
  private final Timer transactions;
  private final Map<Integer, Tenure> tenures = new ConcurrentHashMap<>();
  private Gathering gathering;
  private boolean closed;

  /**
   * @param group whose members share the partitions of the events: the one of the {@link
   *     EventSubscription} that this is handed to
   * @param source whose events are appended
   */
  public GroupLog(LogSettings settings, String group, Source source, MeterRegistry meters) {
    this.settings = settings;
    this.source = source;
    this.shares = new GroupShares(group);
    this.id = LogSettings.appenders(source) + UUID.randomUUID();
    this.transactions =
        Timer.builder("helium.log.transactions")
            .description("Transactions in which gathered events were appended")
            .register(meters);
  }

  GroupShares shares() {
    return shares;
  }

  OwnRecords own() {
    return own;
  }

  /**
   * Takes a partition that the group has given this process; what is read of it after that is all
   * that was appended before. A tenure from before is over, and what it had under way has come to
   * its end. Blocks for at most some 90 s.
   */
  public Tenure take(int partition) throws LogUnavailableException {
    Long number = shares.now().tenures().get(partition);
    if (number == null) {
      throw new LogUnavailableException("the group has not given partition " + partition);
    }
    Tenure before = tenures.remove(partition);
    if (before != null) {
      before.close();
    }
    Gathering present = gathering();
    present.awaitTurn();
    try (Takeover takeover = new Takeover(settings, LogSettings.appenders(source), id)) {
      shares.read(partition, takeover.of(partition));
    }
    Tenure taken = new Tenure(partition, number, shares, present);
    tenures.put(partition, taken);
    return taken;
  }

  /** Takes no more events; completes when those under way have come to their end. */
  public synchronized Future<Void> close() {
    closed = true;
    return gathering == null ? Future.succeededFuture() : gathering.close();
  }

  private synchronized Gathering gathering() throws LogUnavailableException {
    if (closed) {
      throw new LogUnavailableException("the log was closed");
    }
    if (gathering == null || gathering.isOver()) {
      gathering =
          Gathering.start(
              new ShareAppender(shares, GroupProducer.open(settings, id), own, transactions));
    }
    return gathering;
  }
}
