package dev.helium.story.observed;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How it is known of alerts that they fire for their fault, and go with it. */
record Proof(Set<Alert> alerts) {
  /** {@link ObservedTest} makes the fault and mends it. */
  static final Proof CAUSED =
      of(
          List.of(
              "HeliumReadyTooLate",
              "HeliumExpiredTooLate",
              "HeliumDeletionsWithoutReceipt",
              "HeliumEventsTooLate",
              "HeliumApiFails",
              "HeliumApiSlow",
              "HeliumDeletionsStuck"),
          List.of(
              "HeliumProcessDown",
              "HeliumProcessNotReady",
              "HeliumPartitionsUnowned",
              "HeliumEventsUnreadable",
              "HeliumWatcherCannotAppend",
              "HeliumClusterUnreachable"),
          List.of(
              "HeliumDeadLetters",
              "HeliumAuditLost",
              "HeliumWorkspacesGivenUp",
              "HeliumManyWorkspacesFail",
              "HeliumProvisionersSaturated",
              "HeliumDeletionOld",
              "HeliumOrphans",
              "HeliumLedgerOld",
              "HeliumRequestsShed",
              "HeliumTokensUnusable",
              "HeliumWebhookParked",
              "HeliumWebhookLag"));

  /**
   * On made-up series alone, by {@code promtool test rules} in the tests of the launcher, because
   * nobody can cause the fault in minutes on any machine: a clock cannot be set for one process, a
   * partition stands still by itself only where there is a defect, a log with a thousand records to
   * read is read in a second, a heap, the table of open files and all threads of a pool cannot be
   * kept full without ending the process, a certificate is only there with TLS, and a reader is
   * slow only after megabytes of events.
   */
  static final Proof PROMTOOL =
      of(
          List.of(),
          List.of("HeliumExpiriesHeld", "HeliumPartitionStandsStill"),
          List.of(
              "HeliumLogLag",
              "HeliumPoolSaturated",
              "HeliumMemoryShort",
              "HeliumFilesShort",
              "HeliumCertificateEnds",
              "HeliumStreamsEndSlow"));

  Proof {
    alerts = Set.copyOf(alerts);
  }

  /** Every alert by each of its proofs. */
  static List<Alert> all() {
    return Stream.of(CAUSED, PROMTOOL).flatMap(proof -> proof.alerts().stream()).toList();
  }

  /**
   * @param both somebody is woken for many and told of few
   */
  private static Proof of(List<String> both, List<String> pages, List<String> tickets) {
    return new Proof(
        Stream.of(
                both.stream().flatMap(name -> Alert.both(name).stream()),
                pages.stream().map(Alert::page),
                tickets.stream().map(Alert::ticket))
            .flatMap(some -> some)
            .collect(Collectors.toSet()));
  }
}
