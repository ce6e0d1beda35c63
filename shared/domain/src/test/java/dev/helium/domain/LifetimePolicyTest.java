package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.LifetimePolicy.Allowance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LifetimePolicyTest {
  private static final LifetimePolicy POLICY =
      new LifetimePolicy(
          new ExpiryPolicy(ZoneOffset.UTC, 2, 30),
          Map.of(
              "cluster", new Allowance(1, 5, false),
              "archive", new Allowance(0, 300, true),
              "greedy", new Allowance(0, 300, false)),
          Map.of(
              "ada", new Allowance(10, 20, false),
              "ci", new Allowance(0, 1, false),
              "boss", new Allowance(0, 90, true)),
          7,
          WarningLeads.STANDARD);

  @ParameterizedTest
  @CsvSource({
    "namespace, bob, 2, 30",
    "cluster, bob, 1, 5",
    "cluster, ada, 10, 20",
    "namespace, ci, 1, 1",
    "archive, bob, 2, 300",
    "archive, ada, 10, 20",
    "greedy, bob, 2, 30",
    "namespace, boss, 2, 90",
    "cluster, boss, 1, 90"
  })
  void anOwnerCountsBeforeABackendAndBothAreBoundedUnlessTheySayOtherwise(
      String backend, String owner, int defaultDays, int maximumDays) {
    assertThat(POLICY.of(backend, owner))
        .isEqualTo(new ExpiryPolicy(ZoneOffset.UTC, defaultDays, maximumDays));
  }

  @Test
  void workspacesAreDecidedByTheirBackendAndOwner() {
    // given
    Decider decider =
        new Decider(POLICY, Samples.THREE_TIMES, Samples.THREE_TIMES, ignored -> List.of());
    Command create =
        new Command.Create(
            new CommandId("c"),
            Samples.ID,
            "bob",
            "cluster",
            Map.of(),
            Map.of(),
            new ExpiryRequest.EndOfDay(LocalDate.of(2026, 3, 7)));
    // then
    assertThat(Samples.only(decider.decide(Workspace.absent(Samples.ID), create, Samples.NOW)))
        .isEqualTo(Samples.invalid("expiry", "must lie at most 5 days ahead"));
  }

  @Test
  void aWorkspaceStaysItsOwnersWhoeverExtendsIt() {
    // given one of ada's, who may have 20 days, and bob, who asks for it
    Decider decider =
        new Decider(POLICY, Samples.THREE_TIMES, Samples.THREE_TIMES, ignored -> List.of());
    Workspace workspace = Samples.standing(new Lifecycle.Provisioned(7, Map.of()));
    // then
    assertThat(
            Samples.only(
                decider.decide(
                    workspace,
                    Samples.extension(
                        new ExpiryRequest.EndOfDay(LocalDate.of(2026, 3, 22)), "a demo"),
                    Samples.NOW)))
        .isEqualTo(Samples.invalid("expiry", "must lie at most 20 days ahead"));
  }

  @Test
  void daysOfGraceAreBounded() {
    assertThatThrownBy(
            () ->
                new LifetimePolicy(
                    POLICY.standard(), Map.of(), Map.of(), 366, WarningLeads.STANDARD))
        .hasMessage("the days of grace must be between 0 and 365");
  }

  /** The instant of the midnight that ends a day, where clocks are changed around it. */
  @ParameterizedTest
  @CsvSource({
    // Clocks go from 24:00 to 01:00, so that midnight is skipped.
    "America/Sao_Paulo, 2018-11-03, 2018-11-04T03:00:00Z",
    "America/Sao_Paulo, 2018-11-04, 2018-11-05T02:00:00Z",
    "Asia/Beirut, 2026-03-28, 2026-03-28T22:00:00Z",
    // Clocks go back from 24:00 to 23:00, so that the last hour comes twice.
    "America/Sao_Paulo, 2018-02-17, 2018-02-18T03:00:00Z",
    "Asia/Beirut, 2026-10-24, 2026-10-24T22:00:00Z",
    // Clocks go back from 01:00 to 00:00, so that midnight comes twice: the day ends at the first.
    "America/Havana, 2026-10-31, 2026-11-01T04:00:00Z",
    "Atlantic/Azores, 2026-10-24, 2026-10-25T00:00:00Z",
    // Clocks change in the night after; days of 23 and 25 hours.
    "Europe/Berlin, 2026-03-28, 2026-03-28T23:00:00Z",
    "Europe/Berlin, 2026-03-29, 2026-03-29T22:00:00Z",
    "Europe/Berlin, 2026-10-25, 2026-10-25T23:00:00Z",
    // A whole day that never was.
    "Pacific/Apia, 2011-12-29, 2011-12-30T10:00:00Z"
  })
  void aDayEndsAtItsMidnightWhateverIsDoneToClocks(String zone, LocalDate day, Instant end) {
    assertThat(new ExpiryPolicy(ZoneId.of(zone), 1, 90).endOf(day)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "America/Sao_Paulo, 2018-11-04T02:59:59Z, 2018-11-04T03:00:00Z",
    "America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
    "America/Sao_Paulo, 2018-02-18T02:30:00Z, 2018-02-18T03:00:00Z",
    "America/Havana, 2026-11-01T05:30:00Z, 2026-11-02T05:00:00Z"
  })
  void aWorkspaceNeverExpiresWhenItIsCreated(String zone, Instant now, Instant end) {
    // when
    Instant expiry = new ExpiryPolicy(ZoneId.of(zone), 1, 90).defaultExpiry(now);
    // then
    assertThat(expiry).isEqualTo(end).isAfter(now);
  }
}
