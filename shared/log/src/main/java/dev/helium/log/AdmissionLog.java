package dev.helium.log;

import dev.helium.domain.Command;
import dev.helium.domain.quota.Claim;
import dev.helium.wire.CommandCodec;
import dev.helium.wire.Encoded;
import dev.helium.wire.Topics;
import dev.helium.wire.TraceParent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * The right to answer the requests of one partition, held until somebody else takes it: from then
 * on the broker refuses everything that comes from here, however late. Commands that are passed on
 * and the claims that go with them are in the log together or not at all.
 *
 * <p>Callers block, for at most some 20 s, and take turns. After any failure it is of no use any
 * more, as a {@link PartitionLog} is not.
 */
public final class AdmissionLog implements AutoCloseable {
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

  private final CommandCodec commands = new CommandCodec();
  private final KafkaProducer<String, byte[]> producer;
  private final int partition;

  private AdmissionLog(KafkaProducer<String, byte[]> producer, int partition) {
    this.producer = producer;
    this.partition = partition;
  }

  /** Takes the partition from whoever had it; what that one had not finished has not happened. */
  public static AdmissionLog take(LogSettings settings, int partition)
      throws LogUnavailableException {
    AdmissionLog log =
        new AdmissionLog(new KafkaProducer<>(settings.admission(partition)), partition);
    try {
      log.producer.initTransactions();
      return log;
    } catch (KafkaException failure) {
      log.close();
      throw Transactions.unavailable(failure);
    }
  }

  /** A command, and the span that it follows from. */
  public record Passed(Command command, TraceParent trace) {
    /** A command that is part of no trace. */
    public Passed(Command command) {
      this(command, TraceParent.NONE);
    }
  }

  /** Makes claims that say where commands stand. */
  @FunctionalInterface
  public interface Placing {
    /**
     * The claims as they are from now on.
     *
     * @param offsets of the commands in their partitions, in their order
     */
    List<Claim> claims(List<Long> offsets);
  }

  /**
   * Returns when commands, claims and how far requests have been answered are in the log.
   *
   * @param answered where the newest request stands that is answered by this
   */
  public void append(List<Passed> passedOn, Placing placing, long answered)
      throws LogUnavailableException {
    Transactions.within(
        () -> {
          producer.beginTransaction();
          List<Long> offsets = send(passedOn.stream().map(this::record).toList());
          List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
          placing.claims(offsets).forEach(claim -> records.add(ClaimRecords.of(claim)));
          records.add(ClaimRecords.mark(partition, answered));
          send(records);
          producer.commitTransaction();
          return offsets;
        });
  }

  @Override
  public void close() {
    producer.close(LONGEST_CLOSE);
  }

  private List<Long> send(List<ProducerRecord<String, byte[]>> records)
      throws ExecutionException, InterruptedException {
    return Transactions.places(Transactions.send(producer, records)).stream()
        .map(RecordMetadata::offset)
        .toList();
  }

  private ProducerRecord<String, byte[]> record(Passed passed) {
    Command command = passed.command();
    Encoded encoded = commands.encode(command).in(passed.trace());
    return PartitionLog.record(
        Topics.COMMANDS,
        Partitions.of(command.workspace()),
        command.workspace().value(),
        encoded.body(),
        encoded.headers());
  }
}
