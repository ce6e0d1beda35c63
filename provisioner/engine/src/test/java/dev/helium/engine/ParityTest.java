package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.pulumi.automation.LocalPulumiCommand;
import com.pulumi.automation.LocalWorkspaceOptions;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same programs on this engine and, where it is installed, on the command line: the same plan,
 * the same record.
 */
@ExtendWith(ClusterExtension.class)
class ParityTest {
  @TempDir Path root;
  private Stacks ours;
  private Stacks theirs;
  private Live live;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    ours = stacks("ours", cluster);
    theirs = stacks("theirs", cluster);
    live = new Live(cluster);
    namespace = cluster.uniqueName("parity");
  }

  @AfterEach
  void close() {
    ours.close();
    theirs.close();
    live.close();
  }

  static Stream<ParityCase> cases() {
    return Stream.of(
            ParityPlans.cases(),
            ParityOptions.cases(),
            ParityKubernetes.cases(),
            ParityImports.cases())
        .flatMap(cases -> cases);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void plansAsWritten(ParityCase parityCase) throws Exception {
    // given
    var side = new ParitySide(ours.options("one"), "one", namespace);
    for (var step : parityCase.steps()) {
      step.meanwhile().accept(live.client(), namespace);
      // when
      var outcome = side.run(step);
      // then
      assertThat(outcome.failed()).isEqualTo(step.fails());
      assertThat(outcome.plan()).as(step.action().name()).isEqualTo(step.plan());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void plansAndRecordsAsTheCommandLine(ParityCase parityCase) throws Exception {
    assumeTrue(isInstalled(), "no pulumi on PATH: parity with the command line is not tested");
    // given
    var our = new ParitySide(ours.options("one"), "one", namespace + "-ours");
    var their = new ParitySide(commandLine(theirs), "one", namespace + "-theirs");
    for (var step : parityCase.steps()) {
      step.meanwhile().accept(live.client(), namespace + "-ours");
      step.meanwhile().accept(live.client(), namespace + "-theirs");
      // when
      var expected = their.run(step);
      var outcome = our.run(step);
      // then
      assertThat(outcome.plan()).as(step.action().name()).isEqualTo(expected.plan());
      assertThat(outcome.failed()).isEqualTo(expected.failed());
      assertThat(outcome.deployment().toPrettyString())
          .as(step.action().name())
          .isEqualTo(expected.deployment().toPrettyString());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void takesTurnsWithTheCommandLine(ParityCase parityCase) throws Exception {
    assumeTrue(isInstalled(), "no pulumi on PATH: parity with the command line is not tested");
    // given
    var our = new ParitySide(ours.options("one"), "one", namespace);
    var their = new ParitySide(commandLine(ours), "one", namespace);
    var turn = 0;
    for (var step : parityCase.steps()) {
      step.meanwhile().accept(live.client(), namespace);
      // when
      var outcome = (turn++ % 2 == 0 ? our : their).run(step);
      // then
      assertThat(outcome.failed()).isEqualTo(step.fails());
      assertThat(outcome.plan()).as(step.action().name()).isEqualTo(step.plan());
    }
  }

  /** Stacks on which config maps are replaced, as they are by default. */
  private Stacks stacks(String folder, TestCluster cluster) {
    return Stacks.on(root.resolve(folder), cluster.kubeconfig())
        .with("PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE", "false");
  }

  private LocalWorkspaceOptions commandLine(Stacks stacks) throws Exception {
    var options = stacks.options("one");
    var environment = new HashMap<>(options.environmentVariables());
    // The plugins are where the command line has them, not in the folder of the test.
    environment.remove("PULUMI_HOME");
    environment.put("KUBECONFIG", live.kubeconfig().toString());
    environment.put("PULUMI_SKIP_UPDATE_CHECK", "true");
    return LocalWorkspaceOptions.builder()
        .pulumiCommand(LocalPulumiCommand.create())
        .workDir(options.workDir())
        .environmentVariables(environment)
        .build();
  }

  private static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "pulumi"))
        .anyMatch(Files::isExecutable);
  }
}
