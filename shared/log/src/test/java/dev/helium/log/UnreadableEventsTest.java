package dev.helium.log;

import static dev.helium.log.LogFixture.ID;
import static dev.helium.log.LogFixture.NOW;
import static dev.helium.log.LogFixture.bytes;
import static dev.helium.log.LogFixture.done;
import static dev.helium.log.LogFixture.headers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.EventEnvelope;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class UnreadableEventsTest {
  private LogFixture log;

  @BeforeEach
  void start(TestBroker broker) {
    log = new LogFixture(broker);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void noKindOfUnreadableEventStopsAReaderAndEachIsToldAndCounted() throws Exception {
    // given
    append(1, Map.of(), "{}");
    append(2, Map.of("ce_type", "dev.helium.workspace.paused.v1"), "{}");
    append(3, Map.of("ce_time", "yesterday"), "{}");
    append(4, Map.of("ce_fence", "high"), "{}");
    append(5, Map.of(), "[[[");
    append(6, Map.of(), null);
    append(7, Map.of("ce_subject", "other"), "[");
    Header hollow = new RecordHeader("ce_type", (byte[]) null);
    log.append(Topics.EVENTS, null, null, List.of(hollow));
    append(8, Map.of(), "{}");
    List<Long> read = new ArrayList<>();
    List<Optional<EventEnvelope>> passedOver = new ArrayList<>();
    // when
    done(
        EventTail.replay(
            log.vertx,
            log.settings,
            Map.of(0, 0L, LogFixture.PARTITION, 0L),
            delivery -> {
              read.add(delivery.record().sequence());
              return Future.succeededFuture();
            },
            new PassOver(
                log.meters,
                unreadable -> {
                  passedOver.add(unreadable.envelope());
                  return Future.succeededFuture();
                })));
    // then
    assertThat(read).containsExactly(1L, 8L);
    assertThat(passedOver)
        .containsExactlyInAnyOrder(
            envelope(2),
            envelope(3),
            envelope(4),
            envelope(5),
            envelope(6),
            Optional.empty(),
            Optional.empty());
    assertThat(counted("type")).isOne();
    assertThat(counted("header")).isEqualTo(2);
    assertThat(counted("body")).isEqualTo(4);
  }

  private void append(long sequence, Map<String, String> changed, String body)
      throws LogUnavailableException {
    Encoded encoded =
        new EventCodec()
            .encode(
                new EventRecord(
                    ID,
                    Source.PROVISIONER,
                    sequence,
                    new Cause.Commanded(new CommandId("c-1")),
                    NOW,
                    new Event.Unchanged()));
    Map<String, String> headers = new HashMap<>(encoded.headers());
    headers.putAll(changed);
    log.append(
        Topics.EVENTS, bytes(ID.value()), body == null ? null : bytes(body), headers(headers));
  }

  private static Optional<EventEnvelope> envelope(long sequence) {
    return Optional.of(new EventEnvelope(ID, Source.PROVISIONER, sequence));
  }

  private double counted(String kind) {
    return log.meters.get("helium.records.passed.over").tag("kind", kind).counter().count();
  }
}
