package dev.helium.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.admin.ClusterDescription;
import io.vertx.kafka.admin.KafkaAdminClient;

/** Which Kafka the log stands in. */
public final class LogIdentity {
  private LogIdentity() {}

  /** The id that the Kafka cluster was given when it was made; fails after at most 15 s. */
  public static Future<String> read(Vertx vertx, LogSettings settings) {
    KafkaAdminClient client = KafkaAdminClient.create(vertx, settings.administration());
    return client.describeCluster().map(ClusterDescription::getClusterId).eventually(client::close);
  }
}
