package dev.helium.log;

import static dev.helium.log.LogFixture.ID;
import static dev.helium.log.LogFixture.NOW;
import static dev.helium.log.LogFixture.bytes;
import static dev.helium.log.LogFixture.delete;
import static dev.helium.log.LogFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.ExpiryRequest;
import dev.helium.wire.CommandCodec;
import dev.helium.wire.Encoded;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import dev.helium.wire.UnreadableKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class RedriveTest {
  private static final Redrive.Options NORMALLY = new Redrive.Options("ann", false, false);
  private static final Redrive.Options FORCED = new Redrive.Options("ann", true, false);
  private static final Redrive.Options DRY = new Redrive.Options("ann", false, true);

  private LogFixture log;
  private DeadLetters deadLetters;
  private DeadLetterBox box;

  @BeforeEach
  void start(TestBroker broker) {
    log = new LogFixture(broker);
    deadLetters = log.deadLetters();
    box = log.box();
  }

  @AfterEach
  void stop() {
    box.close();
    done(deadLetters.close());
    log.close();
  }

  @Test
  void aCommandThatCanBeReadNowComesToItsOwnerOnce() throws Exception {
    // given
    Place place = log.append(delete("one"));
    log.putAside(
        deadLetters, place, new UnreadableException(UnreadableKind.TYPE, "by an older reader"));
    // when
    Redriving first = box.redrive(only(), NORMALLY);
    Redriving second = box.redrive(only(), NORMALLY);
    // then
    assertThat(first).isInstanceOf(Redriving.Done.class);
    Place to = ((Redriving.Done) first).to();
    assertThat(to).isEqualTo(new Place(Topics.COMMANDS, place.partition(), place.offset() + 1));
    assertThat(only().standing()).isEqualTo(new Standing.Redriven(NOW, "ann", to));
    assertThat(second)
        .isEqualTo(
            new Redriving.Refused(
                "it was re-driven before, by ann at 2026-03-01T10:00:00Z, to " + to));
    ConsumerRecord<String, byte[]> again = log.read(to);
    assertThat(again.key()).isEqualTo(ID.value());
    assertThat(again.value()).isEqualTo(log.read(place).value());
    assertThat(again.headers().toArray())
        .containsAll(List.of(log.read(place).headers().toArray()))
        .contains(new RecordHeader("helium_redriven_from", bytes(place.toString())));
    assertThat(read(2)).containsExactly("one", "one");
  }

  @Test
  void whatStillCannotBeReadIsRefusedUnlessForcedAndIsPutAsideAgain() throws Exception {
    // given
    log.append(Topics.COMMANDS, bytes(ID.value()), bytes("x"), List.of());
    log.append(delete("good"));
    assertThat(read(1)).containsExactly("good");
    DeadLetter letter = only();
    // when
    Redriving refused = box.redrive(letter, NORMALLY);
    Redriving forced = box.redrive(letter, FORCED);
    log.append(delete("next"));
    // then
    assertThat(refused)
        .isEqualTo(new Redriving.Refused("it still cannot be read: the header ce_type is missing"));
    assertThat(forced).isInstanceOf(Redriving.Done.class);
    assertThat(read(2)).containsExactly("good", "next");
    assertThat(box.letters().all()).hasSize(2);
    assertThat(box.letters().waiting())
        .extracting(DeadLetter::place)
        .containsExactly(((Redriving.Done) forced).to());
  }

  @Test
  void aRequestGoesBackToThePartitionOfItsOwner() throws Exception {
    // given
    Encoded request =
        new CommandCodec()
            .encode(
                new Command.Extend(
                    new CommandId("one"), ID, "bob", new ExpiryRequest.Unspecified(), ""));
    Place place =
        log.append(
            Topics.REQUESTS, bytes("ada"), request.body(), LogFixture.headers(request.headers()));
    log.putAside(deadLetters, place, new UnreadableException("by an older reader"));
    // when
    Redriving redriving = box.redrive(only(), NORMALLY);
    // then
    assertThat(redriving)
        .isEqualTo(
            new Redriving.Done(
                new Place(Topics.REQUESTS, Partitions.ofOwner("ada"), place.offset() + 1)));
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    // given
    Place place = log.append(delete("one"));
    log.putAside(deadLetters, place, new UnreadableException("by an older reader"));
    // when
    Redriving redriving = box.redrive(only(), DRY);
    // then
    assertThat(redriving).isEqualTo(new Redriving.Possible());
    assertThat(only().isWaiting()).isTrue();
    assertThat(read(1)).containsExactly("one");
  }

  @Test
  void anEventIsNeverAppendedAgain() throws Exception {
    // given
    Place place = log.append(Topics.EVENTS, bytes(ID.value()), bytes("x"), List.of());
    log.putAside(deadLetters, place, new UnreadableException("broken"));
    // when
    Redriving redriving = box.redrive(only(), FORCED);
    // then
    assertThat(redriving)
        .isInstanceOfSatisfying(
            Redriving.Refused.class,
            refused -> assertThat(refused.why()).startsWith("an event is never appended again"));
    assertThat(only().isWaiting()).isTrue();
  }

  @Test
  void aDroppedLetterIsDealtWithAndSaysWhy() throws Exception {
    // given
    Place place = log.append(delete("one"));
    log.putAside(deadLetters, place, new UnreadableException("broken"));
    // when
    box.drop(only(), "ann", "sent again by hand");
    // then
    assertThat(only().standing()).isEqualTo(new Standing.Dropped(NOW, "ann", "sent again by hand"));
    assertThat(box.letters().waiting()).isEmpty();
    assertThat(box.redrive(only(), NORMALLY))
        .isEqualTo(
            new Redriving.Refused(
                "it was dropped, by ann at 2026-03-01T10:00:00Z: sent again by hand"));
  }

  @Test
  void aCommandTooLargeForALetterIsAppendedFromWhereItStood() throws Exception {
    // given
    Header padding = new RecordHeader("padding", new byte[LogSettings.LARGEST_RECORD - 1_500]);
    Place small = log.append(delete("one"));
    ConsumerRecord<String, byte[]> original = log.read(small);
    original.headers().add(padding);
    Place large =
        log.append(
            Topics.COMMANDS,
            bytes(ID.value()),
            original.value(),
            List.of(original.headers().toArray()));
    log.putAside(deadLetters, large, new UnreadableException("by an older reader"));
    // when
    Redriving redriving = box.redrive(only(), NORMALLY);
    // then
    assertThat(redriving).isInstanceOf(Redriving.Done.class);
    ConsumerRecord<String, byte[]> again = log.read(((Redriving.Done) redriving).to());
    assertThat(new String(again.value(), StandardCharsets.UTF_8))
        .isEqualTo(new String(original.value(), StandardCharsets.UTF_8));
    assertThat(again.headers().toArray()).contains(padding);
  }

  /** What an owner who starts now is handed, once it is so many commands. */
  private List<String> read(int many) {
    Commands commands = new Commands();
    CommandSubscription subscription =
        new CommandSubscription(log.vertx, log.settings, "test-" + System.nanoTime(), commands);
    done(subscription.start());
    await().atMost(Duration.ofSeconds(60)).until(() -> commands.handled().size() >= many);
    done(subscription.close());
    return commands.handled();
  }

  private DeadLetter only() throws LogUnavailableException {
    List<DeadLetter> all = box.letters().all();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
