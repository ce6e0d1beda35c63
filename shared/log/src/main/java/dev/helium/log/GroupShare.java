package dev.helium.log;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;

/**
 * The partitions that a group has given this process, and what proves to the group that it has them
 * still.
 *
 * @param number of this share among all that this process was given
 * @param member as whom they were given, and in which generation of the group; null before the
 *     first share
 * @param tenures by partition: the number of the share since which this process has had it without
 *     a break
 */
record GroupShare(long number, ConsumerGroupMetadata member, Map<Integer, Long> tenures) {
  GroupShare {
    if (number > 0) {
      Objects.requireNonNull(member, "member");
    }
    tenures = Map.copyOf(tenures);
  }

  /** Of somebody who has been given nothing yet. */
  static GroupShare none() {
    return new GroupShare(0, null, Map.of());
  }

  /**
   * The share that follows. A tenure goes on only from one generation to the very next: in one that
   * this process has not seen somebody else may have had the partition, and written to it.
   */
  GroupShare next(ConsumerGroupMetadata next, Set<Integer> partitions) {
    boolean unbroken =
        number > 0
            && next.memberId().equals(member.memberId())
            && next.generationId() == member.generationId() + 1;
    long following = number + 1;
    return new GroupShare(
        following,
        next,
        partitions.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    partition -> partition,
                    partition ->
                        unbroken ? tenures.getOrDefault(partition, following) : following)));
  }

  /** Whether a tenure goes on in this share. */
  boolean holds(int partition, long tenure) {
    return tenures.getOrDefault(partition, 0L) == tenure;
  }
}
