package dev.helium.story.chaos;

import dev.helium.launcher.command.ConsoleStackListener;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.ServiceName;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import dev.helium.story.chaos.check.Check;
import dev.helium.story.chaos.check.Evidence;
import dev.helium.story.chaos.check.Finding;
import dev.helium.story.chaos.check.Ledger;
import dev.helium.story.chaos.fault.Fault;
import dev.helium.story.chaos.fault.FaultPlan;
import dev.helium.story.chaos.fault.Injector;
import dev.helium.story.chaos.fault.Struck;
import dev.helium.story.chaos.journal.Journal;
import dev.helium.story.chaos.journal.JournalFollower;
import dev.helium.story.chaos.user.Abilities;
import dev.helium.story.chaos.user.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** One run: a world, users and faults in it, rest, and judgement. */
public final class Chaos {
  /** From here on, faster starts save more than they cost once. */
  private static final int MANY_KILLS = 20;

  private static final int PROVISIONERS = 2;

  /** So many faults later no takeover is outstanding any more. */
  private static final int STILL_AWAITED = 5;

  private final ChaosOptions options;
  private final Console console;
  private final InstantSource clock;
  private final List<Fault> plan;
  private final Narration narration;
  private final List<Struck> struck = new ArrayList<>();

  public Chaos(ChaosOptions options, Console console, InstantSource clock) {
    this.options = options;
    this.console = console;
    this.clock = clock;
    this.plan = FaultPlan.of(options.seed(), options.kills());
    this.narration = new Narration(console, plan.size());
  }

  /** Returns when everything is judged; what it started is ended then. */
  public ChaosResult run() throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("helium-chaos-");
    console.line(
        "%s with seed %d: %d blows in %d faults, in %s"
            .formatted(
                console.paint().strong("Chaos"),
                options.seed(),
                options.kills(),
                plan.size(),
                home));
    ConsoleStackListener listener = new ConsoleStackListener(console);
    StoryWorld world =
        StoryWorld.start(
            options.project(),
            home,
            RandomGenerator.getDefault(),
            PROVISIONERS,
            Map.of("HELIUM_QUOTAS", quotas(home).toString()),
            listener);
    boolean held = false;
    try {
      if (options.kills() >= MANY_KILLS) {
        world.archiveClasses(listener);
      }
      narration.begin();
      ChaosResult result =
          new ChaosResult(options.seed(), plan.size(), struck, happen(world), home);
      held = result.holds();
      return result;
    } finally {
      if (held) {
        world.close();
      } else {
        world.stop();
      }
    }
  }

  private List<Finding> happen(StoryWorld world) throws InterruptedException {
    try (StoryClient client = world.client();
        JournalFollower follower = new JournalFollower(world.bootstrap())) {
      Abilities abilities = Abilities.of(client);
      Users users = new Users(client, abilities);
      users.start(options.seed(), clock);
      try {
        hit(world, follower, users);
      } finally {
        users.stop();
      }
      narration.note("the faults are over, and the users have their answers; now it settles");
      Settling.Settled settled = new Settling(follower, clock).await(narration::waiting);
      Evidence evidence = evidence(world, client, settled.journal(), abilities, users);
      List<Finding> findings = new ArrayList<>();
      findings.add(settled.finding());
      findings.addAll(Check.all(evidence));
      List<Takeover> takeovers = takeovers(settled.journal(), struck.size()).toList();
      narration.takeovers(takeovers.stream());
      Report report = new Report(console);
      report.counts(settled.journal(), users.asked(), struck, takeovers);
      report.findings(findings);
      return findings;
    }
  }

  private void hit(StoryWorld world, JournalFollower follower, Users users)
      throws InterruptedException {
    Injector injector = new Injector(world, clock);
    for (Fault fault : plan) {
      if (narration.elapsed().compareTo(options.longest()) > 0) {
        narration.note(
            "the time is up after %d of %d faults".formatted(struck.size(), plan.size()));
        return;
      }
      Struck made = injector.make(fault);
      struck.add(made);
      narration.fault(made, users.asked().size());
      narration.takeovers(takeovers(follower.read(), STILL_AWAITED));
    }
  }

  private Stream<Takeover> takeovers(Journal journal, int lastFaults) {
    return struck.subList(Math.max(0, struck.size() - lastFaults), struck.size()).stream()
        .flatMap(one -> Takeover.after(one, journal).stream());
  }

  private Evidence evidence(
      StoryWorld world, StoryClient client, Journal journal, Abilities abilities, Users users)
      throws InterruptedException {
    var views = journal.views();
    Witness witness = new Witness(client, Users.names());
    Ledger ledger = Ledger.of(views.values());
    var told = witness.tell(views);
    List<String> listed = witness.list();
    ServiceInstance gateway = ServiceInstance.first(ServiceName.API_GATEWAY);
    world.stack().kill(gateway);
    world.stack().start(List.of(gateway));
    return new Evidence(
        journal,
        views,
        abilities,
        users.asked(),
        struck,
        told,
        witness.tell(views),
        listed,
        witness.claimed(owners(users, ledger), ledger),
        world.kubeconfig(),
        world.home().state());
  }

  /** Everybody who may have anything, or may once have had it. */
  private static Set<String> owners(Users users, Ledger ledger) {
    Set<String> owners = new TreeSet<>(ledger.owners());
    users.asked().forEach(asked -> owners.add(asked.person()));
    return owners;
  }

  private static Path quotas(Path home) throws IOException {
    return Files.writeString(home.resolve("quotas.json"), Ledger.quotas());
  }
}
