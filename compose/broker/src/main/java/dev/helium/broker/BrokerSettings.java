package dev.helium.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kafka's settings for one node with little memory and few threads. */
final class BrokerSettings {
  static final String HOST = "127.0.0.1";
  static final int NODE = 1;
  static final String CLIENTS = "CLIENTS";
  static final String CONTROLLER = "CONTROLLER";

  private BrokerSettings() {}

  static Map<String, String> of(Path data, int clientPort, int controllerPort) {
    return Stream.of(
            roles(data, clientPort, controllerPort), oneOfEach(), kept(), small(), prompt())
        .flatMap(part -> part.entrySet().stream())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<String, String> roles(Path data, int clientPort, int controllerPort) {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE),
        "log.dirs",
        data.toString(),
        "listeners",
        "%s://%s:%d,%s://%s:%d"
            .formatted(CLIENTS, HOST, clientPort, CONTROLLER, HOST, controllerPort),
        "listener.security.protocol.map",
        CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
        "inter.broker.listener.name",
        CLIENTS,
        "controller.listener.names",
        CONTROLLER,
        "controller.quorum.voters",
        "%d@%s:%d".formatted(NODE, HOST, controllerPort));
  }

  /** Kafka's own topics: there is no second node to hold a copy. */
  private static Map<String, String> oneOfEach() {
    return Map.of(
        "offsets.topic.num.partitions", "1",
        "offsets.topic.replication.factor", "1",
        "transaction.state.log.num.partitions", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "share.coordinator.state.topic.num.partitions", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1");
  }

  /** Topics are made on purpose, and nothing expires unless its topic says so. */
  private static Map<String, String> kept() {
    return Map.of(
        "auto.create.topics.enable", "false",
        "delete.topic.enable", "true",
        "log.retention.ms", "-1",
        // A group that was away for longer than a week must still find its place.
        "offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
  }

  private static Map<String, String> small() {
    return Map.ofEntries(
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "3"),
        Map.entry("background.threads", "2"),
        Map.entry("num.recovery.threads.per.data.dir", "2"),
        Map.entry("group.coordinator.threads", "1"),
        Map.entry("share.coordinator.threads", "1"),
        Map.entry("log.segment.bytes", Integer.toString(64 << 20)),
        Map.entry("log.index.size.max.bytes", Integer.toString(1 << 20)),
        // 128 MiB when not named, taken at once.
        Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)),
        Map.entry("socket.request.max.bytes", Integer.toString(16 << 20)));
  }

  private static Map<String, String> prompt() {
    return Map.of(
        // Nobody else could join in the first moment of a group.
        "group.initial.rebalance.delay.ms", "0",
        // Whoever is away for so short a time may be told so.
        "group.min.session.timeout.ms", "1000",
        // Files of what was deleted are open until then: a minute when not named.
        "log.segment.delete.delay.ms", "10000",
        // An idle node should stay idle.
        "metadata.max.idle.interval.ms", "5000",
        // After a kill the controller takes the new process only when the old one's session is
        // over: 9 s when not named. Much shorter, and a pause of the JVM ends a living session.
        "broker.session.timeout.ms", "3000",
        "broker.heartbeat.interval.ms", "750");
  }
}
