package dev.helium.broker.junit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/** Makes a broker as empty as a new one: what one test leaves must not be there for the next. */
final class Clearing implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration INTERVAL = Duration.ofMillis(10);

  /** Somebody who is still about to leave may come back once or twice. */
  private static final int ATTEMPTS = 20;

  private static final Set<TransactionState> OVER =
      Set.of(
          TransactionState.EMPTY,
          TransactionState.COMPLETE_ABORT,
          TransactionState.COMPLETE_COMMIT);

  private final Admin admin;

  Clearing(String bootstrap) {
    admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  void run() {
    for (GroupListing group : done(admin.listGroups().all())) {
      removeGroup(group.groupId());
    }
    endTransactions();
    removeTopics();
  }

  private void removeGroup(String group) {
    for (int attempt = 1; ; attempt++) {
      try {
        removeMembers(group);
        done(admin.deleteConsumerGroups(List.of(group)).all());
        return;
      } catch (Failed failure) {
        if (failure.getCause() instanceof GroupIdNotFoundException) {
          return;
        }
        if (!(failure.getCause() instanceof GroupNotEmptyException) || attempt == ATTEMPTS) {
          throw failure;
        }
        LockSupport.parkNanos(INTERVAL.toNanos());
      }
    }
  }

  /** Those that have a name of their own stay for a while after their end. */
  private void removeMembers(String group) {
    boolean hasSome =
        !done(admin.describeConsumerGroups(List.of(group)).describedGroups().get(group))
            .members()
            .isEmpty();
    if (hasSome) {
      done(
          admin
              .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
              .all());
    }
  }

  /** One that is open would be ended by whoever comes next, with a record in the new topic. */
  private void endTransactions() {
    List<String> open =
        done(admin.listTransactions().all()).stream()
            .filter(transaction -> !OVER.contains(transaction.state()))
            .map(TransactionListing::transactionalId)
            .toList();
    if (!open.isEmpty()) {
      done(admin.fenceProducers(open).all());
    }
  }

  /** Returns when clients do not see them any more either. */
  private void removeTopics() {
    Set<String> topics = done(admin.listTopics().names());
    if (topics.isEmpty()) {
      return;
    }
    done(admin.deleteTopics(topics).all());
    long begun = System.nanoTime();
    while (!done(admin.listTopics().names()).isEmpty()) {
      if (System.nanoTime() - begun > LIMIT.toNanos()) {
        throw new IllegalStateException("the topics do not go: " + topics);
      }
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
  }

  private static <T> T done(KafkaFuture<T> future) {
    try {
      return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      throw new Failed(failure.getCause());
    } catch (TimeoutException late) {
      throw new Failed(late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Failed(interrupted);
    }
  }

  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(Throwable cause) {
      super("the broker cannot be cleared: " + cause.getMessage(), cause);
    }
  }

  @Override
  public void close() {
    admin.close(LIMIT);
  }
}
