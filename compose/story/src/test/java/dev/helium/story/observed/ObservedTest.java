package dev.helium.story.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.helium.cluster.binaries.Binaries;
import dev.helium.cluster.component.MonitoringProgram;
import dev.helium.launcher.stack.MonitorPorts;
import dev.helium.launcher.stack.StackListener;
import dev.helium.story.Answer;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole system under load, while parts of it fail, watched by a real Prometheus with the
 * project's own rules in a {@linkplain Faster faster world}.
 */
class ObservedTest {
  private static final Path ROOT = Path.of(System.getProperty("helium.root"));

  /** Longer than two samples and every session. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Longer than a read may take, shorter than any session. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  /** Between the moments that panels of one moment are asked of. */
  private static final Duration STEP = Duration.ofSeconds(10);

  private static final int CROWD = 52;

  /** So many keep two provisioners busy for half a minute on a fast machine, too. */
  private static final int LARGEST_CROWD = 240;

  /** How many of it expire, and as many are deleted: more than the ten that objectives ask for. */
  private static final int LEAVING = 16;

  /** So many deletions that do not end wake somebody. */
  private static final List<String> HELD = Load.names("held", 0, 10);

  /**
   * As much faster as can be set; one attempt at once, so that a crowd has to wait, and no limit
   * for one that reads.
   */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "HELIUM_PROVISIONER_ATTEMPTS_AT_ONCE", "1",
          "HELIUM_ORPHANS_INTERVAL", "PT1M",
          "HELIUM_RATE_READS", "off",
          "HELIUM_RATE_SIGN_INS", "100/200",
          "HELIUM_WATCHER_CLUSTER_PATIENCE", "PT2S",
          "HELIUM_WEBHOOK_ALLOW", "127.0.0.1",
          "HELIUM_WEBHOOK_RETRIES", "PT4S,PT4S,PT4S,PT4S,PT4S,PT4S,PT4S");

  @TempDir Path directory;

  @Test
  void everyAlertIsProvenToFireAndToGoInOneWay() throws IOException {
    assertThat(Proof.all())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Alert.in(
                Files.readString(ROOT.resolve("compose/observe/prometheus/rules/alerts.yml"))));
  }

  @Test
  void everyPanelAndRuleSaysSomethingAndAlertsFireForTheirFaultsAndGoWithThem() throws Exception {
    // given
    Optional<Path> prometheus =
        Binaries.ofMonitoring(System.getenv()).find(MonitoringProgram.PROMETHEUS);
    assumeTrue(
        prometheus.isPresent(),
        "Prometheus is not here: ./helium cluster-binaries --observe gets it");
    Faster.copy(ROOT.resolve("compose"), directory.resolve("compose"));
    Path home = Files.createTempDirectory("helium-observed-");
    RandomGenerator random = RandomGenerator.getDefault();
    Instant begun = Instant.now();
    try (StoryWorld world =
            StoryWorld.start(ROOT, home, random, 2, VARIABLES, StackListener.silent());
        PrometheusClient watched =
            new PrometheusClient(
                world.observe(
                    directory, prometheus.get(), new MonitorPorts(freePort(), freePort())));
        FiredAlerts alerts = new FiredAlerts(watched);
        StoryClient client = world.client();
        Load load = new Load(client);
        Outages outages = new Outages(world);
        Receiver receiver = new Receiver();
        Subscriber _ = new Subscriber(world)) {
      try {
        // when
        String webhook = webhook(client, receiver);
        liveOrdinarily(load);
        beginWhatTakesItsTime(load, outages, receiver);

        // then, whatever becomes of one of them
        assertAll(
            () -> askForMoreThanCanBeMade(load, alerts),
            () -> letNobodySeeToDeletions(load, outages, alerts),
            () -> letNobodySeeToExpiries(load, outages, alerts),
            () -> killAProvisioner(outages, alerts),
            () -> killTheApiServer(outages, alerts),
            () -> letTheLogStandStill(load, outages, alerts),
            () -> letTheGatewayStandStill(load, outages, alerts),
            () -> killTheLog(load, outages, alerts),
            () -> awaitWhatTakesItsTime(load, alerts),
            () -> mend(client, load, outages, receiver, webhook),
            () -> alerts.untilResolved(Proof.CAUSED.alerts()),
            () -> assertRulesSaySomething(watched, begun),
            () -> assertPanelsSaySomething(watched, begun));
      } catch (Exception | AssertionError failure) {
        System.out.println("Fired: " + alerts.fired());
        System.out.println(world.logs());
        throw failure;
      }
    }
  }

  private static String webhook(StoryClient client, Receiver receiver) {
    Answer made = client.webhook(receiver.address());
    assertThat(made.status()).isEqualTo(201);
    return made.body().path("Webhook").path("ID").asText();
  }

  private static void liveOrdinarily(Load load) {
    List<String> steady = Load.names("steady", 0, 2);
    steady.forEach(load::create);
    HELD.forEach(load::create);
    load.askForWhatIsRefused();
    load.until("ready", steady);
    load.until("ready", HELD);
    load.endSoon(List.of("steady-0"));
    load.delete(List.of("steady-1"));
    load.untilGone(List.of("steady-0", "steady-1"));
  }

  private static void beginWhatTakesItsTime(Load load, Outages outages, Receiver receiver)
      throws IOException, InterruptedException, ExecutionException {
    outages.makeOrphan();
    HELD.forEach(outages::hold);
    load.delete(HELD);
    Load.names("broken", 0, 8).forEach(name -> load.create(name, Load.FAILING));
    outages.occupy("impossible");
    load.create("impossible");
    outages.writeNonsense();
    outages.damageTokens();
    receiver.answer(500);
  }

  private static void askForMoreThanCanBeMade(Load load, FiredAlerts alerts) {
    // On a slow machine what went before has made both fire, and the crowd is wanted all the same.
    load.createMoreUpTo("crowd", LARGEST_CROWD);
    alerts.untilFired(
        "more than can be made at once",
        () -> load.createMoreUpTo("crowd", LARGEST_CROWD),
        List.of(Alert.ticket("HeliumProvisionersSaturated")));
    alerts.untilFired(
        "a queue",
        () -> load.createMoreUpTo("crowd", LARGEST_CROWD),
        Alert.both("HeliumReadyTooLate"));
  }

  private static void letNobodySeeToDeletions(Load load, Outages outages, FiredAlerts alerts) {
    List<String> deleted = Load.names("crowd", LEAVING, 2 * LEAVING);
    load.until("ready", deleted);
    outages.pause(Outages.DELETION_CONTROLLER);
    load.delete(deleted);
    alerts.untilFired("deletions that nobody proves", Alert.both("HeliumDeletionsWithoutReceipt"));
    alerts.untilFired("a process that stands still", List.of(Alert.page("HeliumProcessDown")));
    outages.resume(Outages.DELETION_CONTROLLER);
    load.untilGone(deleted);
  }

  /** Shorter than any window: what is counted first after a longer gap does not show as a rise. */
  private static void letNobodySeeToExpiries(Load load, Outages outages, FiredAlerts alerts) {
    List<String> expiring = Load.names("crowd", 0, LEAVING);
    load.until("ready", expiring);
    Instant end = load.endSoon(expiring);
    until(end.minus(MOMENT));
    outages.pause(Outages.DELETION_CONTROLLER);
    until(end.plus(MOMENT.multipliedBy(2)));
    outages.resume(Outages.DELETION_CONTROLLER);
    alerts.untilFired("expiries that nobody saw", Alert.both("HeliumExpiredTooLate"));
    load.untilGone(expiring);
    // Among so many that work the few that are broken would not be many.
    load.deleteBeyond("crowd", CROWD);
  }

  private static void killAProvisioner(Outages outages, FiredAlerts alerts) {
    outages.kill(Outages.SECOND_PROVISIONER);
    alerts.untilFired("a killed provisioner", List.of(Alert.page("HeliumPartitionsUnowned")));
    outages.start(Outages.SECOND_PROVISIONER);
  }

  private static void killTheApiServer(Outages outages, FiredAlerts alerts) {
    outages.killApiServer();
    alerts.untilFired("a killed API server", List.of(Alert.page("HeliumClusterUnreachable")));
    outages.startApiServer();
  }

  private static void letTheLogStandStill(Load load, Outages outages, FiredAlerts alerts) {
    List<String> left = Load.names("crowd", 2 * LEAVING, CROWD);
    load.until("ready", left);
    outages.pause(Outages.KAFKA);
    outages.removePods(left);
    load.readHistories(left);
    until(Instant.now().plus(PAUSE));
    outages.resume(Outages.KAFKA);
    alerts.untilFired("a log that stood still", Alert.both("HeliumEventsTooLate"));
    // The log has thought everybody dead: what comes next is to find them at work again.
    load.create("resumed");
    load.until("ready", List.of("resumed"));
  }

  /** Again and again: what is slow once is soon outweighed by what is fast. */
  private static void letTheGatewayStandStill(Load load, Outages outages, FiredAlerts alerts) {
    List<String> left = Load.names("crowd", 2 * LEAVING, CROWD);
    alerts.untilFired(
        "a gateway that stood still",
        () -> readWhileTheGatewayStandsStill(load, outages, left),
        Alert.both("HeliumApiSlow"));
  }

  /**
   * What is asked meanwhile waits for it where it cannot see it. Then it begins with all of that at
   * once, and answers each after it has begun with the others.
   */
  private static void readWhileTheGatewayStandsStill(
      Load load, Outages outages, List<String> names) {
    outages.pause(Outages.API_GATEWAY);
    load.readTogether(names);
    until(Instant.now().plus(MOMENT));
    outages.resume(Outages.API_GATEWAY);
  }

  private static void killTheLog(Load load, Outages outages, FiredAlerts alerts) {
    outages.kill(Outages.KAFKA);
    try {
      outages.removePods(Load.names("crowd", 2 * LEAVING, 2 * LEAVING + 4));
      Runnable asking = () -> load.createMeanwhile("late");
      alerts.untilFired("a log that is away", asking, Alert.both("HeliumApiFails"));
      alerts.untilFired(
          "a log that is away",
          asking,
          List.of(
              Alert.page("HeliumProcessNotReady"),
              Alert.page("HeliumWatcherCannotAppend"),
              Alert.ticket("HeliumAuditLost")));
    } finally {
      outages.start(Outages.KAFKA);
    }
  }

  private static void awaitWhatTakesItsTime(Load load, FiredAlerts alerts) {
    alerts.untilFired(
        "somebody who guesses tokens",
        () -> load.signInWithAWrongToken(5),
        List.of(Alert.ticket("HeliumRequestsShed")));
    alerts.untilFired("all that was wrong from the beginning on", Proof.CAUSED.alerts());
  }

  private static void mend(
      StoryClient client, Load load, Outages outages, Receiver receiver, String webhook)
      throws IOException {
    // What was refused at once may have been counted before anybody looked.
    load.askForWhatIsRefused();
    HELD.forEach(outages::letGo);
    outages.removeOrphan();
    outages.mendTokens();
    receiver.answer(204);
    assertThat(client.resumeWebhook(webhook).status()).isEqualTo(200);
    load.delete(Load.names("broken", 0, 8));
    load.delete(List.of("impossible"));
    // To the second it may be as old as the workspace, and would count as its own.
    outages.free("impossible");
    load.untilGone(List.of("impossible"));
    load.untilGone(HELD);
    load.untilGone(Load.names("broken", 0, 8));
  }

  private static void assertRulesSaySomething(PrometheusClient watched, Instant begun) {
    assertThat(watched.rules())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            rule -> {
              assertThat(rule.health()).as(rule + " is evaluated").isEqualTo("ok");
              assertThat(rule.error()).isEmpty();
            });
    assertThat(watched.rules())
        .filteredOn(rule -> rule.name().startsWith("helium:"))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            rule -> {
              String objective = rule.labels().path("objective").asText();
              String series =
                  objective.isEmpty()
                      ? rule.name()
                      : "%s{objective=\"%s\"}".formatted(rule.name(), objective);
              assertThat(watched.between(series, begun, Instant.now())).as(series).isNotEmpty();
            });
  }

  private static void assertPanelsSaySomething(PrometheusClient watched, Instant begun) {
    List<Panels.Query> queries =
        new Panels(watched).of(ROOT.resolve("compose/observe/grafana/dashboards"));
    assertThat(queries).hasSizeGreaterThan(100);
    assertThat(queries)
        .allSatisfy(
            query ->
                assertThat(said(watched, query, begun))
                    .as(query.where() + ": " + query.text())
                    .isNotEmpty());
  }

  /** What is shown of one moment is asked of some, back from the last one until one has a value. */
  private static List<Double> said(PrometheusClient watched, Panels.Query query, Instant begun) {
    Instant now = Instant.now();
    return query.instant()
        ? Stream.iterate(now, moment -> moment.isAfter(begun), moment -> moment.minus(STEP))
            .map(moment -> watched.at(query.text(), moment))
            .filter(values -> !values.isEmpty())
            .findFirst()
            .orElse(List.of())
        : watched.between(query.text(), begun, now);
  }

  private static void until(Instant moment) {
    await("it is " + moment)
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> Instant.now().isAfter(moment));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
