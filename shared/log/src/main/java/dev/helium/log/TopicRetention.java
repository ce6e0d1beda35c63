package dev.helium.log;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;

/**
 * How long a topic keeps its records, where that is a setting.
 *
 * <p>Built on Kafka's own client: the Vert.x one changes settings by a call that brokers no longer
 * have.
 */
public final class TopicRetention {
  static final String SETTING = "retention.ms";

  /** What the topic of the audit is made with. */
  public static final Duration AUDIT_AT_FIRST = Duration.ofDays(365);

  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

  private TopicRetention() {}

  /**
   * Has a topic keep its records that long, unless it does already. Fails with a {@link
   * LogUnavailableException} when that is not known within half a minute.
   */
  public static Future<Void> set(Vertx vertx, LogSettings settings, String topic, Duration keep) {
    return vertx.executeBlocking(
        () -> {
          setNow(settings, topic, keep);
          return null;
        },
        false);
  }

  private static void setNow(LogSettings settings, String topic, Duration keep)
      throws LogUnavailableException {
    Map<String, Object> values = new HashMap<>(settings.administration());
    Admin admin = Admin.create(values);
    try {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      String wanted = Long.toString(keep.toMillis());
      if (!wanted.equals(present(admin, resource))) {
        AlterConfigOp operation =
            new AlterConfigOp(new ConfigEntry(SETTING, wanted), AlterConfigOp.OpType.SET);
        admin
            .incrementalAlterConfigs(Map.of(resource, List.of(operation)))
            .all()
            .get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException | TimeoutException | KafkaException failure) {
      throw new LogUnavailableException("the topic's settings cannot be changed", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException("the topic's settings cannot be changed", interrupted);
    } finally {
      admin.close(LONGEST_CLOSE);
    }
  }

  private static String present(Admin admin, ConfigResource resource)
      throws ExecutionException, TimeoutException, InterruptedException {
    return admin
        .describeConfigs(List.of(resource))
        .all()
        .get(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
        .get(resource)
        .get(SETTING)
        .value();
  }
}
