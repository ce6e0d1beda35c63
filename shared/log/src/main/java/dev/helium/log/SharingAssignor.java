package dev.helium.log;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.common.TopicPartition;

/**
 * Kafka's cooperative assignor, which also tells this process what it was given. It is told the
 * partitions and the generation in one; the consumer shows the new generation a moment before it
 * takes the lost partitions away, and whoever wrote in that moment would be believed.
 *
 * <p>Made by the consumer, by its name; has the same name in the group as Kafka's own.
 */
public final class SharingAssignor extends CooperativeStickyAssignor implements Configurable {
  /** The setting that holds the {@code GroupShares} to tell. */
  static final String SHARES = "helium.group.shares";

  private GroupShares shares;

  @Override
  public void configure(Map<String, ?> settings) {
    shares = (GroupShares) Objects.requireNonNull(settings.get(SHARES), SHARES);
  }

  @Override
  public void onAssignment(Assignment assignment, ConsumerGroupMetadata member) {
    super.onAssignment(assignment, member);
    shares.give(
        member,
        assignment.partitions().stream()
            .map(TopicPartition::partition)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
