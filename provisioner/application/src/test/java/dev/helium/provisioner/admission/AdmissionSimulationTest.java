package dev.helium.provisioner.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Ends;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Receipt;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.quota.Account;
import dev.helium.domain.quota.Admissions;
import dev.helium.domain.quota.Claim;
import dev.helium.domain.quota.Holding;
import dev.helium.domain.quota.Limit;
import dev.helium.domain.quota.Quota;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.domain.quota.QuotaRule;
import dev.helium.domain.quota.Resource;
import dev.helium.domain.quota.Verdict;
import dev.helium.log.AdmissionLog.Passed;
import dev.helium.log.Delivery;
import dev.helium.log.Partitions;
import dev.helium.log.RequestBatch.Requested;
import dev.helium.log.StandingClaims;
import dev.helium.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real answers and the real decisions over a log in memory, with readers that are behind,
 * requests that come again, and owners of the partition that die at any step: whatever happens,
 * what lives never is more than its owner may have, and what is claimed in the end is what lives.
 */
final class AdmissionSimulationTest {
  private static final String OWNER = "ada";
  private static final int PARTITION = Partitions.ofOwner(OWNER);
  private static final int WORKSPACES = 6;
  private static final int STEPS = 600;
  private static final QuotaPolicy POLICY =
      new QuotaPolicy(
          QuotaRule.NOTHING_SAID,
          Map.of(
              OWNER,
              new QuotaRule(
                  new Quota(
                      Map.of(
                          Resource.WORKSPACES, 3L,
                          Resource.CPU, 5_000L,
                          Resource.LIFETIME, 100 * 60L)),
                  Map.of())));

  private final Admissions admissions =
      new Admissions(POLICY, new Ends(SimulatedLog.lifetimes()), new CountedFootprints());
  private final SimulatedLog log = new SimulatedLog(SimulatedLog.lifetimes(), POLICY);
  private final List<Requested> requests = new ArrayList<>();
  private final Map<String, Claim> claimed = new HashMap<>();
  private long answeredInLog = StandingClaims.NONE_ANSWERED;
  private Random random;
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private Roll roll;
  private Accounts accounts;
  private long answered;
  private int[] read;
  private int commands;
  private int denied;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 80);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobodyEverHasMoreThanIsAllowedAndNothingIsLost(long seed) {
    // given
    random = new Random(seed);
    takeOver();
    for (int step = 0; step < STEPS; step++) {
      // when
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> request();
        case 3, 4 -> answer();
        case 5, 6 -> log.decide(random.nextInt(Topics.PARTITIONS), now);
        case 7 -> deliver(random.nextInt(Topics.PARTITIONS), 1 + random.nextInt(3));
        case 8 -> end();
        case 9 -> write();
        case 10 -> now = now.plusSeconds(random.nextInt(3_600));
        default -> {
          if (random.nextInt(4) == 0) {
            takeOver();
          } else {
            decideAll();
          }
        }
      }
      // then
      assertNothingIsTooMuch();
    }
    settle();
    assertClaimsAreWhatLives();
    assertThat(log.created()).isPositive();
    assertThat(denied).isPositive();
  }

  private void request() {
    if (!requests.isEmpty() && random.nextInt(5) == 0) {
      Requested again = requests.get(random.nextInt(requests.size()));
      requests.add(new Requested(again.wanted(), again.owner(), requests.size()));
      return;
    }
    WorkspaceId id = new WorkspaceId("ws-" + random.nextInt(WORKSPACES));
    CommandId command = new CommandId("c" + commands++);
    ExpiryRequest expiry =
        new ExpiryRequest.At(now.plus(Duration.ofMinutes(random.nextInt(1, 3_000))));
    Command.Admissible wanted =
        switch (random.nextInt(6)) {
          case 0 -> new Command.Extend(command, id, OWNER, expiry, "");
          case 1 -> new Command.Protect(command, id, OWNER, expiry, "the demo runs");
          case 2 -> new Command.Revive(command, id, OWNER, expiry);
          default ->
              new Command.Create(
                  command,
                  id,
                  OWNER,
                  random.nextInt(9) == 0 ? "another" : "namespace",
                  Map.of(CountedFootprints.CORES, Integer.toString(random.nextInt(4))),
                  Map.of(),
                  expiry);
        };
    requests.add(new Requested(wanted, OWNER, requests.size()));
  }

  private void answer() {
    List<Requested> open =
        requests.stream()
            .filter(request -> request.offset() > answered)
            .limit(1 + random.nextInt(3))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    Answers answers = answers(open);
    if (answers.denied() > 0) {
      deliverAll();
      answers = answers(open);
      denied += answers.denied();
    }
    if (random.nextInt(12) == 0) {
      // It dies before its transaction is committed.
      takeOver();
      return;
    }
    List<Claim> placed =
        answers.placed(answers.commands().stream().map(Passed::command).map(log::append).toList());
    answeredInLog = open.getLast().offset();
    placed.forEach(this::write);
    if (random.nextInt(12) == 0) {
      // It dies before it knows of its commit.
      takeOver();
      return;
    }
    answered = answeredInLog;
    accounts.logged(placed);
  }

  private Answers answers(List<Requested> open) {
    Answers answers = new Answers(accounts::of);
    for (Requested request : open) {
      Map<String, Claim> account = answers.account(request.owner());
      if (random.nextInt(8) == 0) {
        // The reader goes on meanwhile.
        deliver(Partitions.of(request.command().workspace()), 2);
      }
      Verdict verdict =
          admissions.answer(
              request.wanted(),
              request.owner(),
              roll.workspace(request.command().workspace()),
              account,
              now);
      answers.add(request, verdict);
    }
    return answers;
  }

  private void takeOver() {
    roll = new Roll();
    read = new int[Topics.PARTITIONS];
    deliverAll();
    answered = answeredInLog;
    accounts =
        new Accounts(
            PARTITION, new StandingClaims(answeredInLog, claimed), roll, admissions, POLICY);
  }

  private void decideAll() {
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      while (log.decide(partition, now)) {
        assertNothingIsTooMuch();
      }
    }
  }

  private void end() {
    Workspace workspace = log.workspace(new WorkspaceId("ws-" + random.nextInt(WORKSPACES)));
    CommandId command = new CommandId("e" + commands++);
    switch (workspace.lifecycle()) {
      case Lifecycle.Destroying destroying ->
          log.report(workspace, new AttemptReport.Destroyed(destroying.attempt()), now);
      case Lifecycle.Destroyed ignored ->
          log.append(
              new Command.ConfirmDeletion(
                  command,
                  workspace.id(),
                  new Receipt(workspace.incarnation(), List.of("gone"), now)));
      case Lifecycle.Deleted ignored when random.nextInt(3) == 0 ->
          log.append(
              new Command.Delete(
                  command, workspace.id(), "", new DeletionReason.Swept(workspace.incarnation())));
      case Lifecycle ignored ->
          log.append(
              new Command.Delete(
                  command,
                  workspace.id(),
                  "deletion-controller",
                  random.nextBoolean()
                      ? new DeletionReason.Requested()
                      : new DeletionReason.Expired(
                          workspace.expiresAt(), workspace.terms().protection().until())));
    }
  }

  private void deliver(int partition, int most) {
    List<Delivery> events = log.events(partition);
    // Some come again.
    if (random.nextInt(6) == 0) {
      read[partition] = Math.max(0, read[partition] - 2);
    }
    for (int count = 0; count < most && read[partition] < events.size(); count++) {
      roll.take(events.get(read[partition]++));
    }
  }

  private void deliverAll() {
    for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
      deliver(partition, Integer.MAX_VALUE);
    }
  }

  private void write() {
    List<Claim> overdue =
        accounts.all().stream()
            .filter(ignored -> random.nextBoolean())
            .flatMap(claim -> accounts.overdue(claim.owner(), claim.workspace()).stream())
            .toList();
    overdue.forEach(this::write);
    accounts.logged(overdue);
  }

  private void write(Claim claim) {
    if (claim.isNothing()) {
      claimed.remove(claim.key());
    } else {
      claimed.put(claim.key(), claim);
    }
  }

  private void settle() {
    while (requests.stream().anyMatch(request -> request.offset() > answered)) {
      answer();
    }
    decideAll();
    deliverAll();
    List<Claim> overdue =
        accounts.all().stream()
            .flatMap(claim -> accounts.overdue(claim.owner(), claim.workspace()).stream())
            .toList();
    overdue.forEach(this::write);
    accounts.logged(overdue);
  }

  private void assertNothingIsTooMuch() {
    List<Claim> living = living();
    for (Limit limit : new Account(OWNER, POLICY.of(OWNER), living, now).limits()) {
      assertThat(limit.taken())
          .as("%s of %s", limit.resource(), living)
          .isLessThanOrEqualTo(limit.most());
    }
  }

  private void assertClaimsAreWhatLives() {
    assertThat(claimed.values()).containsExactlyInAnyOrderElementsOf(living());
  }

  private List<Claim> living() {
    return log.workspaces()
        .map(
            workspace -> Claim.nothing(OWNER, workspace.id()).living(admissions.holding(workspace)))
        .filter(claim -> !claim.living().equals(Holding.NONE))
        .toList();
  }
}
