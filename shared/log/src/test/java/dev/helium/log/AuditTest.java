package dev.helium.log;

import static dev.helium.log.LogFixture.NOW;
import static dev.helium.log.LogFixture.bytes;
import static dev.helium.log.LogFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.AuditEntry;
import dev.helium.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a real broker. */
@ExtendWith(BrokerExtension.class)
final class AuditTest {
  private LogFixture log;
  private AuditLog audit;
  private AuditArchive archive;

  @BeforeEach
  void start(TestBroker broker) {
    log = new LogFixture(broker);
    audit = new AuditLog(log.vertx, log.settings);
    archive = new AuditArchive(log.vertx, log.settings);
  }

  @AfterEach
  void stop() {
    done(archive.close());
    done(audit.close());
    log.close();
  }

  @Test
  void whatWasAppendedIsReadTheNewestFirstPageByPage() {
    // given
    List<String> appended = new ArrayList<>();
    for (int number = 0; number < 25; number++) {
      AuditEntry entry = entry(number, "workspace-" + number % 7, number % 5 == 0 ? "ada" : "bob");
      done(audit.append(entry));
      appended.addFirst(entry.id());
    }
    // when
    List<AuditEntry> read = all(new AuditQuery("", "", AuditPlace.NEWEST, 10));
    // then
    assertThat(read).extracting(AuditEntry::id).containsExactlyElementsOf(appended);
  }

  @Test
  void aPageCanBeOfOneWorkspaceOrOfOnePerson() {
    // given
    done(audit.append(entry(1, "workspace-1", "ada")));
    done(audit.append(entry(2, "workspace-2", "ada")));
    done(audit.append(entry(3, "workspace-1", "bob")));
    // then
    assertThat(all(new AuditQuery("workspace-1", "", AuditPlace.NEWEST, 10)))
        .extracting(AuditEntry::id)
        .containsExactly("a-3", "a-1");
    assertThat(all(new AuditQuery("", "ada", AuditPlace.NEWEST, 10)))
        .extracting(AuditEntry::id)
        .containsExactly("a-2", "a-1");
    assertThat(all(new AuditQuery("workspace-3", "ada", AuditPlace.NEWEST, 10))).isEmpty();
  }

  @Test
  void whatIsNoEntryIsLeftOut() throws LogUnavailableException {
    // given
    done(audit.append(entry(1, "workspace-1", "ada")));
    log.append(Topics.AUDIT, bytes("workspace-1"), bytes("not an entry"), List.of());
    // then
    assertThat(all(new AuditQuery("", "", AuditPlace.NEWEST, 10)))
        .extracting(AuditEntry::id)
        .containsExactly("a-1");
  }

  @Test
  void itIsKeptForAYearAndAsLongAsIsSetAfterwards() throws Exception {
    // given
    assertThat(retention()).isEqualTo(Long.toString(Duration.ofDays(365).toMillis()));
    // when
    done(TopicRetention.set(log.vertx, log.settings, Topics.AUDIT, Duration.ofDays(30)));
    // then, as soon as the broker has heard of it
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(retention()).isEqualTo(Long.toString(Duration.ofDays(30).toMillis())));
    // and those who check the topics take it as it is
    done(TopicAdministration.ensure(log.vertx, log.settings));
    assertThat(retention()).isEqualTo(Long.toString(Duration.ofDays(30).toMillis()));
  }

  private List<AuditEntry> all(AuditQuery query) {
    List<AuditEntry> read = new ArrayList<>();
    AuditPlace place = query.after();
    boolean more = true;
    while (more) {
      AuditPage page =
          done(archive.read(new AuditQuery(query.workspace(), query.who(), place, query.limit())));
      read.addAll(page.entries());
      place = page.next();
      more = page.more();
    }
    return read;
  }

  private String retention() throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.AUDIT);
    Map<String, Object> values = new HashMap<>(log.settings.administration());
    try (Admin admin = Admin.create(values)) {
      return admin
          .describeConfigs(List.of(topic))
          .all()
          .get(60, TimeUnit.SECONDS)
          .get(topic)
          .get("retention.ms")
          .value();
    }
  }

  private static AuditEntry entry(int number, String workspace, String who) {
    return new AuditEntry(
        "a-" + number,
        NOW.plusSeconds(number),
        who,
        "user",
        "token",
        "ci",
        "deleteWorkspace",
        workspace,
        "",
        202,
        "",
        "127.0.0.1");
  }
}
