package dev.helium.provisioner;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.LocalPulumiCommand;
import com.pulumi.automation.PulumiCommand;
import dev.helium.backends.Backend;
import dev.helium.backends.BackendRegistry;
import dev.helium.domain.Decider;
import dev.helium.engine.EmbeddedPulumiCommand;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.InstalledPulumiCommand;
import dev.helium.engine.Kubeconfig;
import dev.helium.engine.secret.SecretsVault;
import dev.helium.engine.state.SaltFile;
import dev.helium.log.CommandSubscription;
import dev.helium.log.DeadLetters;
import dev.helium.log.LogLag;
import dev.helium.log.RequestSubscription;
import dev.helium.log.TopicAdministration;
import dev.helium.provisioner.ProvisionerSettings.Engine;
import dev.helium.provisioner.admission.AdmissionDesk;
import dev.helium.provisioner.attempt.Attempts;
import dev.helium.provisioner.attempt.BackendFootprints;
import dev.helium.provisioner.attempt.BackendInputs;
import dev.helium.provisioner.attempt.Stacks;
import dev.helium.provisioner.attempt.WarmUp;
import dev.helium.provisioner.catalogue.Catalogue;
import dev.helium.provisioner.catalogue.CatalogueAnnouncement;
import dev.helium.provisioner.decide.Decisions;
import dev.helium.provisioner.metrics.ProvisionerMeters;
import dev.helium.provisioner.upload.UploadKeeper;
import dev.helium.provisioner.upload.UploadStore;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Health;
import dev.helium.service.Service;
import dev.helium.service.ServiceContext;
import dev.helium.service.metrics.KnownNames;
import dev.helium.wire.Sealing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the provisioner together and takes it apart again. */
final class ProvisionerService implements Service {
  private static final String GROUP = "helium-provisioner";
  private static final String ADMISSIONS = "helium-admissions";
  private static final Duration DRAIN = Duration.ofSeconds(20);
  private static final Duration FORGETTING = Duration.ofMinutes(10);

  private final ProvisionerSettings settings;
  private final InstantSource clock;
  private Optional<EmbeddedPulumiCommand> engine = Optional.empty();
  private Vertx vertx;
  private Attempts attempts;
  private CommandSubscription commands;
  private RequestSubscription requests;
  private AdmissionDesk admissions;
  private CatalogueAnnouncement announcement;
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
        .onSuccess(ignored -> announcement.announce())
        .compose(ignored -> commands.start())
        .compose(ignored -> requests.start())
        .onSuccess(
            ignored -> {
              attempts.start();
              health.ready("log");
            });
  }

  @Override
  public Future<?> stop() {
    if (commands == null) {
      return Future.succeededFuture();
    }
    // Attempts first: what they report is still decided and written.
    return vertx
        .executeBlocking(this::drain)
        .eventually(requests::close)
        .eventually(admissions::close)
        .eventually(commands::close)
        .eventually(announcement::close);
  }

  private Void assemble(ServiceContext context) throws IOException {
    BackendRegistry backends = BackendRegistry.standard();
    UploadStore uploads = new UploadStore(settings.state().resolve("uploads"));
    BackendInputs inputs =
        new BackendInputs(
            backends, uploads, Sealing.open(settings.sealingKeys()), settings.clusters());
    EmbeddedPulumiCommand embedded = embedded();
    engine = Optional.of(embedded);
    PulumiCommand command = command(embedded);
    Stacks stacks = stacks(settings.state(), command);
    if (settings.engine() == Engine.EMBEDDED) {
      warmUp(backends, command);
    }
    ProvisionerMeters meters = ProvisionerMeters.of(context.meters(), names(backends));
    attempts =
        Attempts.of(
            stacks,
            inputs,
            settings.kubeconfig(),
            settings.clusters(),
            settings.attemptsAtOnce(),
            clock,
            meters,
            context.tracing());
    Decider decider =
        new Decider(
            settings.lifetimes(),
            settings.provisioning(),
            settings.destroying(),
            inputs,
            settings.quotas());
    DeadLetters deadLetters =
        new DeadLetters(vertx, settings.log(), "provisioner", clock, context.meters());
    UploadKeeper keeper = new UploadKeeper(uploads, settings.lifetimes(), clock);
    forgetting = vertx.setPeriodic(FORGETTING.toMillis(), ignored -> forgetPassed(keeper));
    Decisions decisions =
        new Decisions(
            vertx,
            settings.log(),
            deadLetters,
            decider,
            new Aftermath(keeper, attempts, meters.decisions(), context.tracing()),
            clock,
            context.tracing());
    commands = new CommandSubscription(vertx, settings.log(), GROUP, decisions, deadLetters);
    admissions =
        new AdmissionDesk(
            vertx,
            settings.log(),
            settings.quotas(),
            settings.lifetimes(),
            new BackendFootprints(backends, inputs),
            clock,
            context.health(),
            context.meters());
    requests = new RequestSubscription(vertx, settings.log(), ADMISSIONS, admissions, deadLetters);
    show(context.meters(), decisions);
    announcement = new CatalogueAnnouncement(vertx, settings.log(), Catalogue.of(backends), clock);
    return null;
  }

  private void show(MeterRegistry meters, Decisions decisions) {
    Gauge.builder("helium.provisioner.partitions", decisions, Decisions::partitions)
        .description("Partitions that this process decides for")
        .strongReference(true)
        .register(meters);
    LogLag.show(meters, GROUP, commands::lag, commands::standstill);
    LogLag.show(meters, ADMISSIONS, requests::lag, requests::standstill);
  }

  private static KnownNames names(BackendRegistry backends) {
    return KnownNames.of(
        backends.all().stream().map(Backend::name).collect(Collectors.toUnmodifiableSet()));
  }

  private void forgetPassed(UploadKeeper keeper) {
    vertx.executeBlocking(
        () -> {
          keeper.forgetPassed();
          return null;
        },
        false);
  }

  private Stacks stacks(Path directory, PulumiCommand command) throws IOException {
    return Stacks.in(
        directory, Files.readString(settings.passphrase()).strip(), settings.kubeconfig(), command);
  }

  /** Beside everything else: partitions take seconds to come, and nothing waits for this. */
  private void warmUp(BackendRegistry backends, PulumiCommand command) throws IOException {
    Path directory = Files.createTempDirectory("helium-warm-up-");
    WarmUp work = new WarmUp(directory, stacks(directory, command), backends.require("namespace"));
    warmUp = Thread.ofPlatform().daemon().name("warm-up").start(work::run);
  }

  private EmbeddedPulumiCommand embedded() {
    return new EmbeddedPulumiCommand(
        EngineOptions.defaults()
            .withKubeconfig(new Kubeconfig.File(settings.kubeconfig()))
            .withRunTimeout(settings.longestAttempt())
            .withDrainTimeout(DRAIN),
        new SecretsVault(new SaltFile(settings.state().resolve("salt"))));
  }

  private PulumiCommand command(EmbeddedPulumiCommand embedded) {
    return switch (settings.engine()) {
      case EMBEDDED -> embedded;
      case CLI -> {
        try {
          yield new InstalledPulumiCommand(LocalPulumiCommand.create(), embedded);
        } catch (AutomationException failure) {
          throw new ConfigurationException(
              "HELIUM_PULUMI_ENGINE", "is cli, and there is no pulumi on the path that works");
        }
      }
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
