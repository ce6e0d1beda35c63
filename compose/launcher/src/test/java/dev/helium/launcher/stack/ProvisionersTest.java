package dev.helium.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.helium.cluster.LocalCluster;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.Lifetime;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.launcher.stub.StubProject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Several provisioners, and parts that end and are started again one by one. */
@ExtendWith(ClusterExtension.class)
class ProvisionersTest {
  private static final ServiceInstance FIRST = ServiceInstance.provisioner(1);
  private static final ServiceInstance SECOND = ServiceInstance.provisioner(2);

  @TempDir Path directory;
  private StackOptions options;

  @BeforeEach
  void describeAStack() throws IOException {
    options =
        StackOptions.of(StubProject.in(directory.resolve("project")), System.getenv())
            .withHome(new Home(directory.resolve("home")))
            .withPorts(StackPorts.free(RandomGenerator.getDefault()))
            .withProvisioners(2)
            .withLifetime(Lifetime.THIS_JVM);
  }

  @AfterEach
  void stopTheStack() {
    new StackStop(options.home(), StackListener.silent()).down();
  }

  @Test
  void shareAHomeUnderNamesOfTheirOwn(TestCluster cluster) {
    // given
    options = options.withKubeconfig(cluster.kubeconfig());

    // when
    Deployment deployment = stack().up();

    // then
    assertThat(deployment.services()).hasSize(6).contains(FIRST, SECOND);
    assertThat(new StackStatus(options.home()).of(deployment))
        .filteredOn(process -> process.name().startsWith("provisioner"))
        .extracting(ProcessStatus::name, ProcessStatus::healthy, ProcessStatus::address)
        .containsExactly(
            tuple("provisioner", true, address(FIRST)),
            tuple("provisioner-2", true, address(SECOND)));
    StackLogs logs = new StackLogs(options.home());
    assertThat(logs.names()).contains("provisioner-2").doesNotContain("provisioner-3");
    assertThat(logs.find("provisioner-2")).isPresent();

    // when
    options = options.withProvisioners(1);
    Deployment fewer = stack().up();

    // then
    assertThat(fewer.services()).hasSize(5).contains(FIRST).doesNotContain(SECOND);
    assertThat(stack().isRunning(SECOND)).isFalse();
    assertThat(stack().isRunning(FIRST)).isTrue();
  }

  @Test
  void areKilledAndStartedAgainOneByOneAndTogether(TestCluster cluster) {
    // given
    options = options.withKubeconfig(cluster.kubeconfig());
    Stack stack = stack();
    stack.up();

    // when
    stack.kill(SECOND);

    // then
    assertThat(stack.isRunning(SECOND)).isFalse();
    assertThat(stack.isRunning(FIRST)).isTrue();

    // when
    stack.kill(FIRST);
    stack.start(List.of(FIRST, SECOND));

    // then
    assertThat(stack.isRunning(FIRST)).isTrue();
    assertThat(stack.isRunning(SECOND)).isTrue();
  }

  @Test
  void outliveAProgramOfTheClusterThatIsStartedAgainWhereItWas() {
    // given
    Stack stack = stack();
    stack.up();
    LocalCluster cluster = LocalCluster.attach(options.home().cluster()).orElseThrow();
    URI address = cluster.apiServer();

    // when
    stack.kill(Component.KUBE_APISERVER);

    // then
    assertThat(stack.isRunning(Component.KUBE_APISERVER)).isFalse();
    assertThat(stack.isRunning(Component.ETCD)).isTrue();

    // when
    stack.start(Component.KUBE_APISERVER);

    // then
    assertThat(stack.isRunning(Component.KUBE_APISERVER)).isTrue();
    assertThat(cluster.apiServer()).isEqualTo(address);
    assertThat(OutsideCluster.check(cluster.kubeconfig())).contains(address.toString());
    assertThat(stack.isRunning(FIRST)).isTrue();
  }

  private Stack stack() {
    return new Stack(options, StackListener.silent());
  }

  private String address(ServiceInstance instance) {
    return "127.0.0.1:" + options.ports().managementOf(instance).port();
  }
}
