package dev.helium.provisioner;

import com.pulumi.automation.PulumiCommand;
import dev.helium.backends.BackendRegistry;
import dev.helium.domain.Decider;
import dev.helium.engine.EmbeddedPulumiCommand;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.Kubeconfig;
import dev.helium.log.CommandSubscription;
import dev.helium.log.DeadLetters;
import dev.helium.log.TopicAdministration;
import dev.helium.provisioner.attempt.Attempts;
import dev.helium.provisioner.attempt.BackendInputs;
import dev.helium.provisioner.attempt.Stacks;
import dev.helium.provisioner.attempt.WarmUp;
import dev.helium.provisioner.decide.Decisions;
import dev.helium.provisioner.upload.UploadKeeper;
import dev.helium.provisioner.upload.UploadStore;
import dev.helium.service.Health;
import dev.helium.service.Service;
import dev.helium.service.ServiceContext;
import dev.helium.wire.Sealing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Puts the provisioner together and takes it apart again. */
final class ProvisionerService implements Service {
  private static final String GROUP = "helium-provisioner";
  private static final Duration DRAIN = Duration.ofSeconds(20);
  private static final Duration FORGETTING = Duration.ofMinutes(10);

  private final ProvisionerSettings settings;
  private final InstantSource clock;
  private Optional<EmbeddedPulumiCommand> engine = Optional.empty();
  private Vertx vertx;
  private Attempts attempts;
  private CommandSubscription commands;
  private Thread warmUp = new Thread();
  private long forgetting = -1;

  ProvisionerService(ProvisionerSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Future<?> start(ServiceContext context) {
    vertx = context.vertx();
    Health health = context.health();
    health.expect("log");
    return vertx
        .executeBlocking(() -> assemble(context))
        .compose(
            ignored ->
                TopicAdministration.ensureOnceThere(
                    vertx, settings.log(), why -> health.notReady("log", why)))
        .compose(ignored -> commands.start())
        .onSuccess(
            ignored -> {
              attempts.start(settings.attemptsAtOnce());
              health.ready("log");
            });
  }

  @Override
  public Future<?> stop() {
    if (commands == null) {
      return Future.succeededFuture();
    }
    // Attempts first: what they report is still decided and written.
    return vertx.executeBlocking(this::drain).eventually(commands::close);
  }

  private Void assemble(ServiceContext context) throws IOException {
    UploadStore uploads = new UploadStore(settings.state().resolve("uploads"));
    BackendInputs inputs =
        new BackendInputs(
            BackendRegistry.standard(), uploads, Sealing.open(settings.sealingKeys()));
    engine = engine();
    Stacks stacks = stacks(settings.state());
    if (engine.isPresent()) {
      warmUp();
    }
    attempts = Attempts.of(stacks, inputs, settings.kubeconfig(), clock, context.meters());
    Decider decider =
        new Decider(settings.lifetimes(), settings.provisioning(), settings.destroying(), inputs);
    DeadLetters deadLetters =
        new DeadLetters(vertx, settings.log(), "provisioner", clock, context.meters());
    UploadKeeper keeper = new UploadKeeper(uploads, settings.lifetimes(), clock);
    forgetting = vertx.setPeriodic(FORGETTING.toMillis(), ignored -> forgetPassed(keeper));
    Decisions decisions =
        new Decisions(
            vertx, settings.log(), deadLetters, decider, new Aftermath(keeper, attempts), clock);
    commands = new CommandSubscription(vertx, settings.log(), GROUP, decisions, deadLetters);
    return null;
  }

  private void forgetPassed(UploadKeeper keeper) {
    vertx.executeBlocking(
        () -> {
          keeper.forgetPassed();
          return null;
        },
        false);
  }

  private Stacks stacks(Path directory) throws IOException {
    return Stacks.in(
        directory,
        Files.readString(settings.passphrase()).strip(),
        settings.kubeconfig(),
        engine.map(PulumiCommand.class::cast));
  }

  /** Beside everything else: partitions take seconds to come, and nothing waits for this. */
  private void warmUp() throws IOException {
    Path directory = Files.createTempDirectory("helium-warm-up-");
    WarmUp work =
        new WarmUp(directory, stacks(directory), BackendRegistry.standard().require("namespace"));
    warmUp = Thread.ofPlatform().daemon().name("warm-up").start(work::run);
  }

  private Optional<EmbeddedPulumiCommand> engine() {
    return switch (settings.engine()) {
      case CLI -> Optional.empty();
      case EMBEDDED ->
          Optional.of(
              new EmbeddedPulumiCommand(
                  EngineOptions.defaults()
                      .withKubeconfig(new Kubeconfig.File(settings.kubeconfig()))
                      .withRunTimeout(settings.longestAttempt())
                      .withDrainTimeout(DRAIN)));
    };
  }

  private Void drain() throws InterruptedException {
    vertx.cancelTimer(forgetting);
    warmUp.interrupt();
    attempts.close(DRAIN);
    engine.ifPresent(EmbeddedPulumiCommand::close);
    return null;
  }
}
