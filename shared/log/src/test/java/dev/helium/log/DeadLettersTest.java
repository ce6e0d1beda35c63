package dev.helium.log;

import static dev.helium.log.LogFixture.ID;
import static dev.helium.log.LogFixture.NOW;
import static dev.helium.log.LogFixture.bytes;
import static dev.helium.log.LogFixture.done;
import static dev.helium.log.LogFixture.headers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import dev.helium.wire.UnreadableKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class DeadLettersTest {
  private final UnreadableException why =
      new UnreadableException(UnreadableKind.TYPE, "the type is not known here");

  private LogFixture log;
  private DeadLetters deadLetters;

  @BeforeEach
  void start(TestBroker broker) {
    log = new LogFixture(broker);
    deadLetters = log.deadLetters();
  }

  @AfterEach
  void stop() {
    done(deadLetters.close());
    log.close();
  }

  @Test
  void aLetterHoldsTheWholeRecordAndWhereWhyWhenAndByWhom() throws Exception {
    // given
    byte[] key = {'k', (byte) 0xff, 0};
    byte[] body = {0, 1, (byte) 0xfe};
    Header type = new RecordHeader("ce_type", bytes("some.type"));
    Header hollow = new RecordHeader("odd", (byte[]) null);
    Header again = new RecordHeader("odd", new byte[] {(byte) 0x80});
    Place place = log.append(Topics.COMMANDS, key, body, List.of(type, hollow, again));
    // when
    log.putAside(deadLetters, place, why);
    // then
    DeadLetter letter = only();
    assertThat(letter.place()).isEqualTo(place);
    assertThat(letter.at()).isEqualTo(NOW);
    assertThat(letter.service()).isEqualTo("provisioner");
    assertThat(letter.kind()).isEqualTo("type");
    assertThat(letter.reason()).isEqualTo("the type is not known here");
    assertThat(letter.type()).isEqualTo("some.type");
    assertThat(letter.isWaiting()).isTrue();
    LetterContent content = content(letter);
    assertThat(content.key()).isEqualTo(key);
    assertThat(content.body()).hasValue(body);
    assertThat(content.originals()).containsExactly(type, hollow, again);
    assertThat(content.digest())
        .isEqualTo("5a4619fe8105da7516b3f3e4e8f79e47c542b20e615aa49aab8be3dfb5990215");
  }

  @Test
  void aRecordThatIsPutAsideAgainIsListedOnce() throws Exception {
    // given
    Place place = log.append(Topics.COMMANDS, bytes(ID.value()), bytes("x"), List.of());
    log.putAside(deadLetters, place, why);
    long number = only().number();
    // when
    log.putAside(deadLetters, place, new UnreadableException("something else"));
    // then
    assertThat(only().number()).isEqualTo(number);
    assertThat(only().reason()).isEqualTo("the type is not known here");
  }

  @Test
  void aRecordWithoutKeyAndBodyIsPutAsideToo() throws Exception {
    // given
    Place place = log.append(Topics.COMMANDS, null, null, List.of());
    // when
    log.putAside(deadLetters, place, why);
    // then
    assertThat(only().key()).isEmpty();
    assertThat(content(only()).body()).isEmpty();
  }

  @Test
  void aRecordCannotPretendToBeDealtWithOrToStandElsewhere() throws Exception {
    // given
    List<Header> hostile =
        headers(
            Map.of(
                "helium_topic", "helium.events",
                "helium_partition", "not a number",
                "helium_offset", "-1",
                "helium_at", "2026-01-01T00:00:00Z",
                "helium_by", "nobody",
                "helium_why", "nothing",
                "helium_left_out", "everything"));
    Header mark = new RecordHeader("helium_mark", bytes("dropped"));
    Place place =
        log.append(
            Topics.COMMANDS,
            bytes(ID.value()),
            bytes("x"),
            Stream.concat(hostile.stream(), Stream.of(mark)).toList());
    // when
    log.putAside(deadLetters, place, why);
    // then
    assertThat(only().place()).isEqualTo(place);
    assertThat(only().isWaiting()).isTrue();
    assertThat(content(only()).originals()).containsAll(hostile).contains(mark);
    assertThat(content(only()).body()).hasValue(bytes("x"));
  }

  @Test
  void aRecordThatLeavesNoRoomForALetterIsFoundWhereItStood() throws Exception {
    // given
    byte[] large = new byte[LogSettings.LARGEST_RECORD - 200];
    Place largeBody = log.append(Topics.COMMANDS, bytes(ID.value()), large, List.of());
    Header largeHeader = new RecordHeader("large", large);
    Place largeHeaders =
        log.append(Topics.COMMANDS, bytes("other"), bytes("x"), List.of(largeHeader));
    // when
    log.putAside(deadLetters, largeBody, why);
    log.putAside(deadLetters, largeHeaders, why);
    // then
    Letters letters = log.letters();
    assertThat(letters.all())
        .extracting(DeadLetter::place)
        .containsExactlyInAnyOrder(largeBody, largeHeaders);
    for (DeadLetter letter : letters.all()) {
      boolean body = letter.place().equals(largeBody);
      assertThat(content(letter).body().orElseThrow()).isEqualTo(body ? large : bytes("x"));
      assertThat(content(letter).headers()).hasSize(body ? 0 : 1);
      assertThat(content(letter).key()).isEqualTo(bytes(body ? ID.value() : "other"));
    }
  }

  @Test
  void whatIsNoLetterIsCountedAndInNobodysWay() throws Exception {
    // given
    log.append(Topics.DEAD_LETTERS, null, bytes("stray"), List.of());
    Place place = log.append(Topics.COMMANDS, bytes(ID.value()), bytes("x"), List.of());
    // when
    log.putAside(deadLetters, place, why);
    // then
    assertThat(log.letters().foreign()).isOne();
    assertThat(only().place()).isEqualTo(place);
  }

  @Test
  void anEventIsPutAsideOnceHoweverOftenItIsRead() throws Exception {
    // given
    Place place = log.append(Topics.EVENTS, bytes(ID.value()), bytes("x"), List.of());
    log.putAside(deadLetters, place, why);
    // when
    log.putAside(deadLetters, place, why);
    DeadLetters restarted = log.deadLetters();
    log.putAside(restarted, place, why);
    done(restarted.close());
    // then
    assertThat(lettersWritten()).isOne();
    assertThat(only().place()).isEqualTo(place);
  }

  @Test
  void lettersAreCountedByTopicAndKind() throws Exception {
    // given
    Place command = log.append(Topics.COMMANDS, bytes(ID.value()), bytes("x"), List.of());
    Place event = log.append(Topics.EVENTS, bytes(ID.value()), bytes("x"), List.of());
    // when
    log.putAside(deadLetters, command, why);
    log.putAside(deadLetters, event, new UnreadableException("broken"));
    // then
    assertThat(counted(Topics.COMMANDS, "type")).isOne();
    assertThat(counted(Topics.COMMANDS, "body")).isZero();
    assertThat(counted(Topics.EVENTS, "body")).isOne();
  }

  private double counted(String topic, String kind) {
    return log.meters
        .get("helium.dead.letters")
        .tag("topic", topic)
        .tag("kind", kind)
        .counter()
        .count();
  }

  private long lettersWritten() throws LogUnavailableException {
    try (LetterReader reader = new LetterReader(log.settings, Duration.ofSeconds(30))) {
      return reader.ends().values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private DeadLetter only() throws LogUnavailableException {
    List<DeadLetter> all = log.letters().all();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private LetterContent content(DeadLetter letter) throws LogUnavailableException {
    try (DeadLetterBox box = log.box()) {
      return box.content(letter).orElseThrow();
    }
  }
}
