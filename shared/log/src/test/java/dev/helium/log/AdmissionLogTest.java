package dev.helium.log;

import static dev.helium.log.LogFixture.bytes;
import static dev.helium.log.LogFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.AdmittedCommand;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.quota.Claim;
import dev.helium.domain.quota.Footprint;
import dev.helium.domain.quota.Holding;
import dev.helium.log.AdmissionLog.Passed;
import dev.helium.wire.CommandCodec;
import dev.helium.wire.Encoded;
import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class AdmissionLogTest {
  private static final AtomicInteger OWNERS = new AtomicInteger();
  private static final Holding HOLDING =
      new Holding("namespace", Footprint.NONE, Instant.parse("2026-03-01T10:00:00Z"));

  private static LogFixture log;

  private String owner;
  private int partition;
  private WorkspaceId workspace;

  @BeforeAll
  static void start(TestBroker broker) {
    log = new LogFixture(broker);
  }

  @AfterAll
  static void stop() {
    log.close();
  }

  @BeforeEach
  void useAnOwnerWithAPartitionOfItsOwn() {
    int wanted = OWNERS.getAndIncrement();
    int number = 0;
    while (Partitions.ofOwner("owner-" + number) != wanted) {
      number++;
    }
    owner = "owner-" + number;
    partition = wanted;
    workspace = new WorkspaceId("ws-" + wanted);
  }

  @Test
  void commandsAndTheClaimsThatSayWhereTheyStandAreThereTogether() throws LogUnavailableException {
    // given
    AdmittedCommand admitted = new AdmittedCommand(create("c1"), owner);
    // when
    try (AdmissionLog admissions = AdmissionLog.take(log.settings, partition)) {
      admissions.append(
          List.of(new Passed(admitted)), offsets -> List.of(claim("c1", offsets.get(0))), 5);
    }
    // then
    StandingClaims standing = standing();
    assertThat(standing.answered()).isEqualTo(5);
    assertThat(standing.claims()).containsOnlyKeys(owner + "/" + workspace);
    long offset = standing.claims().get(owner + "/" + workspace).reserved().get(0).offset();
    assertThat(
            new CommandRecords()
                .read(log.read(new Place(Topics.COMMANDS, Partitions.of(workspace), offset))))
        .isEqualTo(admitted);
  }

  @Test
  void aClaimToNothingIsNoneAnyMore() throws LogUnavailableException {
    // given
    try (AdmissionLog admissions = AdmissionLog.take(log.settings, partition)) {
      admissions.append(List.of(), offsets -> List.of(claim("c1", 1)), 0);
      // when
      admissions.append(List.of(), offsets -> List.of(Claim.nothing(owner, workspace)), 0);
    }
    // then
    assertThat(standing()).isEqualTo(new StandingClaims(0, Map.of()));
  }

  @Test
  void whoeverTakesItLastKeepsEveryEarlierOneFromAdmitting() throws LogUnavailableException {
    // given
    AdmissionLog first = AdmissionLog.take(log.settings, partition);
    AdmissionLog second = AdmissionLog.take(log.settings, partition);
    // when
    assertThatThrownBy(
            () ->
                first.append(
                    List.of(new Passed(new AdmittedCommand(create("c1"), owner))),
                    offsets -> List.of(claim("c1", offsets.get(0))),
                    1))
        .isInstanceOf(FencedException.class);
    second.append(
        List.of(new Passed(new AdmittedCommand(create("c2"), owner))),
        offsets -> List.of(claim("c2", offsets.get(0))),
        2);
    // then
    assertThat(commands()).extracting(command -> command.id().value()).containsExactly("c2");
    assertThat(standing().claims().values())
        .singleElement()
        .matches(claim -> claim.reserves(new CommandId("c2")));
    first.close();
    second.close();
  }

  @Test
  void whatADeadOneHadNotFinishedHasNeverHappened() throws Exception {
    // given one that died before its commit
    try (KafkaProducer<String, byte[]> dead =
        new KafkaProducer<>(log.settings.admission(partition))) {
      dead.initTransactions();
      dead.beginTransaction();
      Encoded command = new CommandCodec().encode(new AdmittedCommand(create("c1"), owner));
      dead.send(
              PartitionLog.record(
                  Topics.COMMANDS,
                  Partitions.of(workspace),
                  workspace.value(),
                  command.body(),
                  command.headers()))
          .get();
      dead.send(ClaimRecords.of(claim("c1", 0))).get();
      dead.send(ClaimRecords.mark(partition, 9)).get();
      // when
      try (AdmissionLog next = AdmissionLog.take(log.settings, partition)) {
        next.append(
            List.of(new Passed(new AdmittedCommand(create("c2"), owner))), offsets -> List.of(), 3);
      }
      // then
      assertThat(commands()).extracting(each -> each.id().value()).containsExactly("c2");
      assertThat(standing()).isEqualTo(new StandingClaims(3, Map.of()));
    }
  }

  @Test
  void aPartitionThatNobodyHadHasAnsweredNothing() {
    assertThat(standing()).isEqualTo(new StandingClaims(StandingClaims.NONE_ANSWERED, Map.of()));
  }

  @Test
  void aClaimThatCannotBeReadIsLeftOutButAMarkIsNeeded() throws LogUnavailableException {
    // given
    try (AdmissionLog admissions = AdmissionLog.take(log.settings, partition)) {
      admissions.append(List.of(), offsets -> List.of(claim("c1", 1)), 4);
    }
    // when
    raw(owner + "/" + workspace, "nonsense");
    // then
    assertThat(standing()).isEqualTo(new StandingClaims(4, Map.of()));
    // when
    raw("*", "");
    // then
    assertThatThrownBy(this::standing).hasMessageContaining("the mark of a partition");
  }

  @Test
  void aFollowerKnowsTheNewestClaims() throws LogUnavailableException {
    // given
    ClaimsFollower follower = new ClaimsFollower(log.vertx, log.settings);
    assertThat(follower.claims()).isEmpty();
    follower.start();
    // when
    try (AdmissionLog admissions = AdmissionLog.take(log.settings, partition)) {
      admissions.append(List.of(), offsets -> List.of(claim("c1", 1)), 0);
      // then
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  follower.claims().filter(claims -> claims.contains(claim("c1", 1))).isPresent());
      // when
      admissions.append(List.of(), offsets -> List.of(Claim.nothing(owner, workspace)), 0);
    }
    // then
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !follower.claims().orElseThrow().contains(claim("c1", 1)));
    done(follower.close());
  }

  @Test
  void aRequestIsReadOnlyWhereItsOwnerBelongs() throws LogUnavailableException {
    // given
    RequestRecords records = new RequestRecords();
    Encoded encoded = new CommandCodec().encode(create("c1"));
    Encoded other = new CommandCodec().encode(LogFixture.delete("c2"));
    // when
    Place right = request(owner, encoded, partition);
    Place elsewhere = request(owner, encoded, (partition + 1) % Topics.PARTITIONS);
    Place another = request(owner, other, partition);
    // then
    assertThat(records.read(log.read(right)))
        .isEqualTo(new RequestBatch.Requested(create("c1"), owner, right.offset()));
    assertThatThrownBy(() -> records.read(log.read(elsewhere)))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("it stands in another partition than its owner");
    assertThatThrownBy(() -> records.read(log.read(another)))
        .isInstanceOf(UnreadableException.class)
        .hasMessage("the command is not one that is admitted");
  }

  private static Place request(String key, Encoded encoded, int partition)
      throws LogUnavailableException {
    return log.append(
        Topics.REQUESTS,
        partition,
        bytes(key),
        encoded.body(),
        LogFixture.headers(encoded.headers()));
  }

  private void raw(String key, String body) throws LogUnavailableException {
    log.append(Topics.ADMISSIONS, partition, bytes(key), bytes(body), List.of());
  }

  private StandingClaims standing() {
    return done(Claims.read(log.vertx, log.settings, partition));
  }

  private List<Command> commands() throws LogUnavailableException {
    List<Command> found = new ArrayList<>();
    try (PastLog past = new PastLog(log.settings, Duration.ofSeconds(30))) {
      past.commands(
          command -> {
            if (command.workspace().equals(workspace)) {
              found.add(command);
            }
          });
    }
    return found;
  }

  private Claim claim(String command, long offset) {
    return Claim.nothing(owner, workspace)
        .reserving(new CommandId(command), HOLDING)
        .placed(new CommandId(command), offset);
  }

  private Command.Create create(String id) {
    return new Command.Create(
        new CommandId(id),
        workspace,
        owner,
        "namespace",
        Map.of(),
        Map.of(),
        new ExpiryRequest.Unspecified());
  }
}
