package dev.helium.log;

import static dev.helium.log.LogFixture.ID;
import static dev.helium.log.LogFixture.bytes;
import static dev.helium.log.LogFixture.delete;
import static dev.helium.log.LogFixture.done;
import static dev.helium.log.LogFixture.headers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.wire.CommandCodec;
import dev.helium.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class UnreadableCommandsTest {
  private static final String BODY = text(new CommandCodec().encode(delete("stray")).body());
  private static final String SECRET = "hunter2";

  private LogFixture log;

  @BeforeEach
  void start(TestBroker broker) {
    log = new LogFixture(broker);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  /** What is written between two good commands, and the reason that is given for it. */
  private record Case(String reason, String key, String body, List<Header> headers) {
    Case(String reason, String body, List<Header> headers) {
      this(reason, ID.value(), body, headers);
    }
  }

  @Test
  void noKindOfUnreadableCommandStopsTheLineAndEachIsListedWithItsReason() throws Exception {
    // given
    List<Case> cases = cases();
    List<Place> places = new ArrayList<>();
    log.append(delete("first"));
    for (Case each : cases) {
      places.add(
          log.append(
              Topics.COMMANDS,
              each.key() == null ? null : bytes(each.key()),
              each.body() == null ? null : bytes(each.body()),
              each.headers()));
      log.append(delete("after-" + places.size()));
    }
    Commands commands = new Commands();
    CommandSubscription subscription =
        new CommandSubscription(log.vertx, log.settings, "test", commands);
    // when
    done(subscription.start());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> commands.handled().contains("after-" + cases.size()));
    // then
    assertThat(commands.handled()).hasSize(1 + cases.size());
    List<DeadLetter> letters = log.letters().all();
    assertThat(letters).extracting(DeadLetter::place).containsExactlyInAnyOrderElementsOf(places);
    for (int index = 0; index < cases.size(); index++) {
      Place place = places.get(index);
      assertThat(letters)
          .filteredOn(letter -> letter.place().equals(place))
          .extracting(DeadLetter::reason)
          .singleElement(STRING)
          .startsWith(cases.get(index).reason());
    }
    assertThat(letters).noneMatch(letter -> letter.reason().contains(SECRET));
    done(subscription.close());
  }

  private static List<Case> cases() {
    List<Header> deletion = headers(new CommandCodec().encode(delete("stray")).headers());
    List<Header> hollow = new ArrayList<>(without(deletion, "ce_type"));
    hollow.add(new RecordHeader("ce_type", (byte[]) null));
    return List.of(
        new Case("the header ce_type is missing", BODY, without(deletion, "ce_type")),
        new Case("the header ce_type is missing", BODY, hollow),
        new Case(
            "the type is not one that is known here",
            BODY,
            with(deletion, "ce_type", "dev.helium.command." + SECRET + ".v1")),
        new Case(
            "the body is not a Delete at line 1, column ", "{\"workspace\": " + SECRET, deletion),
        new Case("there is no body", null, deletion),
        new Case(
            "the subject is not the workspace of the command",
            BODY,
            with(deletion, "ce_subject", SECRET)),
        new Case(
            "the body is larger or deeper than any is",
            BODY.replaceFirst("}$", ",\"more\":" + "[".repeat(60) + "]".repeat(60) + "}"),
            deletion),
        new Case("the key is not the workspace of the command", "other", BODY, deletion),
        new Case("the key is not the workspace of the command", null, BODY, deletion));
  }

  private static List<Header> without(List<Header> headers, String name) {
    return headers.stream().filter(header -> !header.key().equals(name)).toList();
  }

  private static List<Header> with(List<Header> headers, String name, String value) {
    Map<String, String> changed = new HashMap<>();
    headers.forEach(header -> changed.put(header.key(), text(header.value())));
    changed.put(name, value);
    return headers(changed);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
