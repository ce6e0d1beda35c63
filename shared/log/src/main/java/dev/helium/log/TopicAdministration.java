package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.admin.Config;
import io.vertx.kafka.admin.ConfigEntry;
import io.vertx.kafka.admin.KafkaAdminClient;
import io.vertx.kafka.admin.NewTopic;
import io.vertx.kafka.admin.TopicDescription;
import io.vertx.kafka.client.common.ConfigResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics and their settings: made when missing, checked when there. */
public final class TopicAdministration {
  /** Records are the truth and are kept; what a topic must have to hold them. */
  private static final Map<String, String> KEPT =
      Map.of(
          "cleanup.policy", "delete",
          "retention.ms", "-1",
          "retention.bytes", "-1",
          "max.message.bytes", Integer.toString(LogSettings.LARGEST_RECORD));

  /**
   * The newest of each key is kept. In small segments, as the one being written is never cleaned.
   */
  private static final Map<String, String> COMPACTED =
      Map.of(
          "cleanup.policy",
          "compact",
          "segment.bytes",
          Integer.toString(4 * LogSettings.LARGEST_RECORD),
          "min.cleanable.dirty.ratio",
          "0.3",
          "max.message.bytes",
          Integer.toString(LogSettings.LARGEST_RECORD));

  /** The broker's own clock stamps each record, whatever its producer says; nobody reads them. */
  private static final Map<String, String> STAMPED =
      Map.of(
          "cleanup.policy", "delete",
          "retention.ms", "3600000",
          "message.timestamp.type", "LogAppendTime");

  /** How long records are kept is somebody's setting, see {@link TopicRetention}. */
  private static final Map<String, String> KEPT_FOR_A_WHILE =
      Map.of(
          "cleanup.policy", "delete",
          "retention.bytes", "-1",
          "max.message.bytes", Integer.toString(LogSettings.LARGEST_RECORD));

  /** What a topic is made with and may be something else later. */
  private static final Map<String, Map<String, String>> AT_FIRST =
      Map.of(
          Topics.AUDIT,
          Map.of(TopicRetention.SETTING, Long.toString(TopicRetention.AUDIT_AT_FIRST.toMillis())));

  private static final Map<String, Map<String, String>> TOPICS =
      Map.ofEntries(
          Map.entry(Topics.COMMANDS, KEPT),
          Map.entry(Topics.EVENTS, KEPT),
          Map.entry(Topics.DEAD_LETTERS, KEPT),
          Map.entry(Topics.SNAPSHOTS, COMPACTED),
          Map.entry(Topics.CLOCK, STAMPED),
          Map.entry(Topics.ORPHANS, COMPACTED),
          Map.entry(Topics.REQUESTS, KEPT),
          Map.entry(Topics.ADMISSIONS, COMPACTED),
          Map.entry(Topics.BACKENDS, COMPACTED),
          Map.entry(Topics.AUDIT, KEPT_FOR_A_WHILE),
          Map.entry(Topics.WEBHOOKS, COMPACTED),
          Map.entry(Topics.WEBHOOK_PROGRESS, COMPACTED));

  private static final int LOOKS_AT_NEW_TOPICS = 50;
  private static final long PAUSE_BETWEEN_LOOKS_MILLISECONDS = 100;
  private static final long AT_ONCE_MILLISECONDS = 1;

  private final Vertx vertx;
  private final KafkaAdminClient client;

  /** For one attempt, which can be given up. */
  public TopicAdministration(Vertx vertx, LogSettings settings) {
    this.vertx = vertx;
    this.client = KafkaAdminClient.create(vertx, settings.administration());
  }

  /** Fails with a {@link TopicMismatchException} that names each setting which is not as needed. */
  public static Future<Void> ensure(Vertx vertx, LogSettings settings) {
    return new TopicAdministration(vertx, settings).ensure();
  }

  /**
   * The same, but while no broker answers it is asked again every second, without limit: a service
   * cannot do anything else, and its health says what it waits for.
   *
   * @param waiting told why, each time nothing answered
   */
  public static Future<Void> ensureOnceThere(
      Vertx vertx, LogSettings settings, Consumer<String> waiting) {
    return ensure(vertx, settings)
        .recover(
            failure -> {
              if (failure instanceof TopicMismatchException) {
                return Future.failedFuture(failure);
              }
              waiting.accept("no Kafka broker answers at " + settings.bootstrap());
              return vertx
                  .timer(1, TimeUnit.SECONDS)
                  .compose(ignored -> ensureOnceThere(vertx, settings, waiting));
            });
  }

  /**
   * The same, once. Fails after at most 15 s when no broker answers, and at once when it is given
   * up.
   */
  public Future<Void> ensure() {
    return ensure(LOOKS_AT_NEW_TOPICS).eventually(client::close);
  }

  /** Whoever ends need not wait for a broker that may never answer. */
  public void giveUp() {
    client.close(AT_ONCE_MILLISECONDS);
  }

  /** A broker may need a moment until all of it knows a topic that has just been made. */
  private Future<Void> ensure(int looks) {
    return client
        .listTopics()
        .compose(this::createMissing)
        .compose(ignored -> check())
        .recover(
            failure ->
                isUnknownTopic(failure) && looks > 1
                    ? vertx
                        .timer(PAUSE_BETWEEN_LOOKS_MILLISECONDS, TimeUnit.MILLISECONDS)
                        .compose(ignored -> ensure(looks - 1))
                    : Future.failedFuture(failure));
  }

  /** The client hands failures over with and without a wrapping. */
  private static boolean isUnknownTopic(Throwable failure) {
    return failure instanceof UnknownTopicOrPartitionException
        || failure.getCause() instanceof UnknownTopicOrPartitionException;
  }

  private Future<Void> createMissing(Set<String> present) {
    Set<String> missing = new HashSet<>(TOPICS.keySet());
    missing.removeAll(present);
    if (missing.isEmpty()) {
      return Future.succeededFuture();
    }
    return client
        .describeCluster()
        .map(cluster -> (short) Math.min(3, cluster.getNodes().size()))
        .compose(replication -> create(missing, replication));
  }

  private Future<Void> create(Set<String> missing, short replication) {
    List<NewTopic> topics =
        missing.stream()
            .map(
                name ->
                    new NewTopic(name, Topics.PARTITIONS, replication).setConfig(settings(name)))
            .toList();
    return client
        .createTopics(topics)
        .recover(
            failure ->
                // Another service starting at the same time made it first.
                failure instanceof TopicExistsException
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  private static Map<String, String> settings(String name) {
    Map<String, String> settings = new HashMap<>(TOPICS.get(name));
    settings.putAll(AT_FIRST.getOrDefault(name, Map.of()));
    return settings;
  }

  private Future<Void> check() {
    List<ConfigResource> resources =
        TOPICS.keySet().stream()
            .map(
                name ->
                    new ConfigResource(
                        org.apache.kafka.common.config.ConfigResource.Type.TOPIC, name))
            .toList();
    return Future.all(
            client.describeTopics(List.copyOf(TOPICS.keySet())), client.describeConfigs(resources))
        .compose(both -> verdict(both.resultAt(0), both.resultAt(1)));
  }

  private static Future<Void> verdict(
      Map<String, TopicDescription> topics, Map<ConfigResource, Config> configurations) {
    List<String> mismatches = new ArrayList<>();
    topics.forEach(
        (name, description) -> {
          int partitions = description.getPartitions().size();
          if (partitions != Topics.PARTITIONS) {
            mismatches.add(
                name + " has " + partitions + " partitions instead of " + Topics.PARTITIONS);
          }
        });
    configurations.forEach(
        (resource, configuration) ->
            new TreeMap<>(TOPICS.get(resource.getName()))
                .forEach(
                    (setting, expected) -> {
                      String actual = value(configuration, setting);
                      if (!actual.equals(expected)) {
                        mismatches.add(
                            resource.getName()
                                + " has "
                                + setting
                                + "="
                                + actual
                                + " instead of "
                                + expected);
                      }
                    }));
    return mismatches.isEmpty()
        ? Future.succeededFuture()
        : Future.failedFuture(new TopicMismatchException(mismatches));
  }

  private static String value(Config configuration, String setting) {
    return configuration.getEntries().stream()
        .filter(entry -> entry.getName().equals(setting))
        .map(ConfigEntry::getValue)
        .findFirst()
        .orElse("nothing");
  }
}
