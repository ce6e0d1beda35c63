package dev.helium.provisioner.admission;

import static dev.helium.provisioner.admission.AdmissionFixture.TWO_EACH;
import static dev.helium.provisioner.admission.AdmissionFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.AdmittedCommand;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decision;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.DeniedCommand;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.quota.Holding;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.domain.quota.Reservation;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.PastLog;
import dev.helium.log.RequestBatch.Requested;
import dev.helium.log.RequestLog;
import dev.helium.provisioner.admission.AdmissionFixture.Admitting;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Admission over a real broker; everybody may have two workspaces. */
@ExtendWith(BrokerExtension.class)
final class AdmissionDeskTest {
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final AtomicInteger NAMES = new AtomicInteger();

  private AdmissionFixture fixture;

  @BeforeEach
  void start(TestBroker broker) {
    fixture = new AdmissionFixture(broker.bootstrap());
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void ofManyWhoWantTheLastPlaceAtOnceExactlyOneGetsIt() {
    // given two processes that admit, two that send, and one place of two left
    fixture.startDeciding();
    fixture.startAdmitting(TWO_EACH);
    fixture.startAdmitting(TWO_EACH);
    accepted(send("ada", "first"));
    RequestLog other = new RequestLog(fixture.vertx, fixture.settings);
    // when
    List<Command.Create> all =
        IntStream.range(0, 20)
            .mapToObj(number -> AdmissionFixture.create("race-" + number, "race-" + number, "ada"))
            .toList();
    done(
        Future.all(
            all.stream()
                .map(
                    command ->
                        (command.hashCode() % 2 == 0 ? fixture.requests : other)
                            .append("ada", command))
                .toList()));
    // then
    await()
        .atMost(LONG)
        .until(() -> all.stream().allMatch(each -> fixture.decision(each).isPresent()));
    assertThat(all.stream().map(each -> fixture.decision(each).orElseThrow()))
        .filteredOn(Decision.Accepted.class::isInstance)
        .hasSize(1);
    assertThat(all.stream().map(each -> fixture.decision(each).orElseThrow()))
        .filteredOn(Decision.Refused.class::isInstance)
        .hasSize(19)
        .allSatisfy(
            decision -> {
              assertThat(((Decision.Refused) decision).refusal().reason())
                  .isEqualTo(RefusalReason.QUOTA);
              assertThat(((Decision.Refused) decision).refusal().detail())
                  .startsWith("2 of 2 workspaces of ada are taken by first and race-")
                  .endsWith("; this one would be the 3rd.");
            });
    done(other.close());
  }

  @Test
  void whatIsDeletedIsThereForOthersAndWhatIsRefusedWasNeverTaken() {
    // given
    fixture.startDeciding();
    fixture.startAdmitting(TWO_EACH);
    accepted(send("ada", "first"));
    accepted(send("ada", "second"));
    refused(send("ada", "third"));
    // when a deletion has its proof
    delete("first");
    // then
    accepted(send("ada", "fourth"));
    // and one that the decider refuses keeps nothing
    delete("second");
    Command.Revive revive =
        new Command.Revive(
            new CommandId("never"),
            new WorkspaceId("second"),
            "ada",
            new ExpiryRequest.Unspecified());
    fixture.request("ada", revive);
    await().atMost(LONG).until(() -> fixture.decision(revive).isPresent());
    accepted(send("ada", "fifth"));
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(fixture.claims("ada"))
                    .containsOnlyKeys("fourth", "fifth")
                    .allSatisfy((name, claim) -> assertThat(claim.reserved()).isEmpty()));
    assertThat(fixture.claims("ada").values())
        .allSatisfy(claim -> assertThat(claim.living()).isNotEqualTo(Holding.NONE));
  }

  @Test
  void anUpdateCountsOnceAndACommandThatComesAgainIsGrantedAsBefore() {
    // given
    fixture.startDeciding();
    fixture.startAdmitting(TWO_EACH);
    Command.Create first = send("ada", "first");
    accepted(first);
    accepted(send("ada", "second"));
    // when
    Command.Create update = send("ada", "first");
    fixture.request("ada", first);
    fixture.request("ada", update);
    // then
    accepted(update);
    assertThat(fixture.decision(first))
        .contains(new Decision.Accepted(Decision.Consequence.CREATED));
    refused(send("ada", "third"));
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(fixture.claims("ada"))
                    .containsOnlyKeys("first", "second")
                    .allSatisfy((name, claim) -> assertThat(claim.reserved()).isEmpty()));
  }

  @Test
  void whatLivedBeforeThereWasAQuotaCounts() {
    // given workspaces of an owner who had none, made straight by what knew of none
    fixture.startDeciding();
    Admitting unlimited = fixture.startAdmitting(QuotaPolicy.NONE);
    accepted(send("bob", "old-1"));
    accepted(send("bob", "old-2"));
    accepted(send("bob", "old-3"));
    // when
    fixture.stop(unlimited);
    fixture.startAdmitting(TWO_EACH);
    // then
    Command.Create more = send("bob", "new");
    refused(more);
    assertThat(((Decision.Refused) fixture.decision(more).orElseThrow()).refusal().detail())
        .startsWith("3 of 2 workspaces of bob are taken by old-1, old-2 and old-3;");
    await().atMost(LONG).until(() -> fixture.claims("bob").size() == 3);
  }

  @Test
  void whoTakesOverKnowsWhatWasGrantedAndNotDecidedYet() {
    // given grants that nobody decides
    Admitting first = fixture.startAdmitting(TWO_EACH);
    send("ada", "first");
    send("ada", "second");
    await().atMost(LONG).until(() -> fixture.claims("ada").size() == 2);
    // when
    fixture.stop(first);
    fixture.startAdmitting(TWO_EACH);
    Command.Create third = send("ada", "third");
    fixture.startDeciding();
    // then
    refused(third);
    await().atMost(LONG).until(() -> fixture.workspace("second").exists());
    assertThat(fixture.workspace("first").exists()).isTrue();
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(fixture.claims("ada"))
                    .containsOnlyKeys("first", "second")
                    .allSatisfy((name, claim) -> assertThat(claim.reserved()).isEmpty()));
  }

  @Test
  void oneThatWakesLateAdmitsNothing() throws Exception {
    // given a process that was paused before it answered, and one that took over
    AdmissionPartition paused = fixture.take("ada");
    AdmissionPartition next = fixture.take("ada");
    next.answer(List.of(requested(0, "first"), requested(1, "second"), requested(2, "third")));
    // when
    assertThatThrownBy(() -> paused.answer(List.of(requested(3, "fourth"))))
        .isInstanceOf(LogUnavailableException.class);
    // then
    assertThat(paused.isOver()).isTrue();
    assertThat(commands())
        .extracting(command -> command.workspace().value(), Object::getClass)
        .containsExactlyInAnyOrder(
            tuple("first", AdmittedCommand.class),
            tuple("second", AdmittedCommand.class),
            tuple("third", DeniedCommand.class));
    paused.give();
    next.give();
  }

  @Test
  void requestsThatComeAgainAfterATakeoverAreNotAnsweredAgain() throws Exception {
    // given
    List<Requested> batch = List.of(requested(0, "first"), requested(1, "second"));
    AdmissionPartition first = fixture.take("ada");
    first.answer(batch);
    // when one that died before it could say how far it was comes back
    AdmissionPartition second = fixture.take("ada");
    second.answer(batch);
    second.answer(List.of(batch.getLast(), requested(2, "third")));
    // then
    assertThat(commands()).hasSize(3);
    assertThat(fixture.claims("ada")).containsOnlyKeys("first", "second", "third");
    assertThat(fixture.claims("ada").get("third").reserved())
        .extracting(Reservation::holding)
        .containsExactly(Holding.NONE);
    first.give();
    second.give();
  }

  private static Requested requested(long offset, String name) {
    return new Requested(AdmissionFixture.create("c-" + name, name, "ada"), "ada", offset);
  }

  private Command.Create send(String owner, String name) {
    Command.Create command = AdmissionFixture.create("c-" + NAMES.getAndIncrement(), name, owner);
    fixture.request(owner, command);
    return command;
  }

  private void delete(String name) {
    done(
        fixture.commands.append(
            new Command.Delete(
                new CommandId("delete-" + name),
                new WorkspaceId(name),
                "ada",
                new DeletionReason.Requested())));
    await()
        .atMost(LONG)
        .until(() -> fixture.workspace(name).lifecycle() instanceof Lifecycle.Deleted);
  }

  private void accepted(Command command) {
    await().atMost(LONG).until(() -> fixture.decision(command).isPresent());
    assertThat(fixture.decision(command)).get().isInstanceOf(Decision.Accepted.class);
  }

  private void refused(Command command) {
    await().atMost(LONG).until(() -> fixture.decision(command).isPresent());
    assertThat(fixture.decision(command))
        .get()
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.QUOTA));
  }

  private List<Command> commands() throws LogUnavailableException {
    List<Command> found = new ArrayList<>();
    try (PastLog past = new PastLog(fixture.settings, Duration.ofSeconds(30))) {
      past.commands(found::add);
    }
    return found;
  }
}
