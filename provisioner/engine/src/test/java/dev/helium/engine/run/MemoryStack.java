package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.EngineEvent;
import dev.helium.engine.EngineException;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.event.EventPump;
import dev.helium.engine.event.Output;
import dev.helium.engine.event.ProgressLines;
import dev.helium.engine.event.RunEvent;
import dev.helium.engine.property.PropertyJson;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Cancellation;
import dev.helium.engine.secret.PassphraseSecrets;
import dev.helium.engine.secret.SecretsVault;
import dev.helium.engine.state.Deployment;
import dev.helium.engine.state.DeploymentJson;
import dev.helium.engine.state.ResourceOptions;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.StackReference;
import dev.helium.engine.state.StateFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A stack of things in memory, for plans of shapes that no cluster shows. */
final class MemoryStack implements AutoCloseable {
  private static final StackReference STACK = new StackReference("test", "one");
  private static final PassphraseSecrets SECRETS = new SecretsVault().open("correct horse", "");

  final Things things = new Things();
  private final StateFolder folder;
  private final DeploymentJson documents;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  MemoryStack(Path root) {
    this.folder = StateFolder.open("file://" + root);
    this.documents =
        new DeploymentJson(
            new PropertyJson(null, PropertyJson.Secrets.ENCRYPTED), EngineIdentity.VERSION);
    write(Deployment.empty(SECRETS.state()));
  }

  /** What came of a run; the failure is null when there was none. */
  record Result(
      EngineException failure, Map<OperationType, Integer> changes, List<EngineEvent> events) {}

  Result up(Thing... wanted) {
    return up(RunSettings.defaults(), wanted);
  }

  Result up(RunSettings settings, Thing... wanted) {
    return run(
        settings,
        run ->
            run.update(
                (configuration, registrar, context) -> register(registrar, context, wanted)));
  }

  Result destroy(RunSettings settings) {
    return run(settings, StackRun::destroy);
  }

  Result refresh(RunSettings settings) {
    return run(settings, StackRun::refresh);
  }

  String urn(String name) {
    return Urns.of(STACK, Urns.root(STACK), Things.TYPE, name);
  }

  /** The recorded things, in order. */
  List<ResourceState> recorded() {
    return documents.read(folder.checkpoint(STACK).read().orElseThrow()).resources().stream()
        .filter(resource -> resource.type().equals(Things.TYPE))
        .toList();
  }

  List<String> names() {
    return recorded().stream().map(resource -> Urns.name(resource.urn())).toList();
  }

  ResourceState thing(String name) {
    return recorded().stream()
        .filter(resource -> resource.urn().equals(urn(name)))
        .findFirst()
        .orElseThrow();
  }

  Deployment deployment() {
    return documents.read(folder.checkpoint(STACK).read().orElseThrow());
  }

  void write(Deployment deployment) {
    folder.checkpoint(STACK).write(STACK, documents.write(deployment, Instant.EPOCH));
  }

  Path checkpoint() {
    return folder.checkpoint(STACK).path();
  }

  Path history() {
    return folder.history(STACK);
  }

  Path locks() {
    return folder.locks(STACK);
  }

  @Override
  public void close() {
    executor.close();
  }

  private Result run(RunSettings settings, Consumer<StackRun> work) {
    var events = new ArrayList<EngineEvent>();
    var options = EngineOptions.defaults();
    var lines =
        new ProgressLines(
            new Output(null), new ProgressLines.Style("Running", settings.preview(), true, true));
    var pump = new EventPump(options.clock(), settings.preview(), lines, events::add);
    var context = new RunContext(STACK, options, settings, new Cancellation(), pump);
    var run =
        new StackRun(
            context, folder, SECRETS, Map.of(), things, name -> ObjectValue.empty(), executor);
    var failure =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                work.accept(run);
                return null;
              } catch (EngineException failed) {
                return failed;
              } finally {
                pump.tell(new RunEvent.End());
              }
            },
            executor);
    pump.run(Duration.ofMinutes(1), patience());
    return new Result(failure.join(), context.changes(), events);
  }

  /** As the SDK does: what needs a failed thing is never registered, and the program fails. */
  private static void register(Registrar registrar, RunContext context, Thing... wanted) {
    var root = registrar.register(stack()).urn();
    var made = new HashMap<String, ResourceState>();
    EngineException failure = null;
    for (var thing : wanted) {
      var known =
          thing.references().values().stream().allMatch(made::containsKey)
              && thing.dependsOn().stream().allMatch(made::containsKey)
              && (thing.deletedWith().isEmpty() || made.containsKey(thing.deletedWith()));
      if (known) {
        try {
          made.put(thing.name(), registrar.register(thing.goal(root, made)));
        } catch (EngineException failed) {
          failure = failed;
        }
      }
    }
    if (failure != null) {
      throw context.firstFailure();
    }
  }

  private static Goal stack() {
    return new Goal(
        Urns.STACK_TYPE,
        STACK.project() + "-" + STACK.stack(),
        false,
        "",
        "",
        Map.of(),
        "",
        "",
        ObjectValue.empty(),
        List.of(),
        Map.of(),
        List.of(),
        ResourceOptions.none(),
        Set.of(),
        Goal.Replacement.UNSPECIFIED);
  }

  private static EventPump.Patience patience() {
    return new EventPump.Patience() {
      @Override
      public void interrupted() {
        throw new AssertionError("interrupted");
      }

      @Override
      public void overdue() {
        throw new AssertionError("overdue");
      }
    };
  }
}
