package dev.helium.engine;

import com.pulumi.automation.AutomationException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** An owner that stops as a whole, by SIGSTOP, at a moment of each of its runs. */
final class PausedProcess {
  /** Said right before it stops. */
  static final String PAUSED = "PAUSED";

  /** Said after a run, with what came of it and of another one after it. */
  static final String ENDED = "ENDED ";

  /** What came of a run that did not fail. */
  static final String DONE = "DONE";

  // No command from outside stops a process within the call that asked for it.
  @SuppressWarnings("restricted")
  private static final MethodHandle RAISE =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("raise"),
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private final JournalClock clock = new JournalClock();
  private final Stacks stacks;

  private PausedProcess(Path root, Path state, Path kubeconfig) {
    this.stacks =
        Stacks.with(
                root,
                EngineOptions.defaults()
                    .withKubeconfig(new Kubeconfig.File(kubeconfig))
                    .withClock(clock))
            .with("PULUMI_BACKEND_URL", "file://" + state);
  }

  /**
   * Arguments: folder, state folder, kubeconfig. Every line of the input is a run: {@code
   * stack,scenario,moment,fence}.
   */
  public static void main(String[] arguments) throws Exception {
    var process =
        new PausedProcess(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = input.readLine(); line != null; line = input.readLine()) {
      var parts = line.split(",", -1);
      process.run(parts[0], CrashScenario.valueOf(parts[1]), Integer.parseInt(parts[2]), parts[3]);
    }
  }

  private void run(String name, CrashScenario scenario, int moment, String fence) throws Exception {
    var own = stacks.with("PULUMI_EMBEDDED_FENCE", fence);
    scenario.prepare(own.stack(name, scenario.before(name)));
    var stack = own.stack(name, scenario.after(name));
    clock.at(moment, PausedProcess::stop);
    var outcome = outcome(() -> scenario.run(stack));
    clock.goOn();
    System.out.println(ENDED + outcome + " " + outcome(() -> scenario.run(stack)));
  }

  private interface Run {
    void go() throws AutomationException;
  }

  private static String outcome(Run run) {
    try {
      run.go();
      return DONE;
    } catch (AutomationException failure) {
      return Failures.classify(failure).failureClass().name();
    }
  }

  /** Returns when somebody has sent SIGCONT. */
  private static void stop() {
    System.out.println(PAUSED);
    try {
      var _ = (int) RAISE.invokeExact(System.getProperty("os.name").startsWith("Mac") ? 17 : 19);
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }
}
