package dev.helium.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of pods. */
@ExtendWith(ClusterExtension.class)
class PodsTest {

  private KubernetesClient client;
  private String namespace;

  @BeforeEach
  void connect(TestCluster cluster) {
    client = Clients.of(cluster.kubeconfig());
    namespace = cluster.newNamespace("pods");
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void becomesReadyWithAnAddressOfItsNode() {
    // given
    Pod pod = Samples.pod(namespace, "web", "nginx");

    // when
    client.resource(pod).create();

    // then
    Pod ready = awaitPod("web", found -> isReady(found));
    assertThat(ready.getStatus().getPhase()).isEqualTo("Running");
    assertThat(ready.getStatus().getPodIP()).startsWith("10.");
    assertThat(ready.getSpec().getNodeName()).startsWith("helium-node-");
  }

  @Test
  void isSeenBeingCreatedForAsLongAsItsAnnotationSays() {
    // given
    Pod pod =
        new PodBuilder(Samples.pod(namespace, "slow", "nginx"))
            .editMetadata()
            .addToAnnotations("helium.dev/ready-after", "1500ms")
            .endMetadata()
            .build();

    // when
    client.resource(pod).create();

    // then
    Pod creating = awaitPod("slow", found -> !found.getStatus().getContainerStatuses().isEmpty());
    assertThat(states(creating))
        .extracting(state -> state.getWaiting().getReason())
        .containsExactly("ContainerCreating");
    assertThat(isReady(awaitPod("slow", PodsTest::isReady))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "registry.test/image-pull-fails:1, ImagePullBackOff, Failed",
    "registry.test/crash-loops:1,      CrashLoopBackOff, BackOff",
    "registry.test/out-of-memory:1,    CrashLoopBackOff, BackOff",
  })
  void showsWhyAContainerWaitsAndWarns(String image, String reason, String warning) {
    // given a good container and a bad one
    Pod pod =
        new PodBuilder(Samples.pod(namespace, "bad", image))
            .editSpec()
            .addNewContainer()
            .withName("good")
            .withImage("nginx")
            .endContainer()
            .endSpec()
            .build();

    // when
    client.resource(pod).create();

    // then
    Pod found = awaitPod("bad", it -> waitsFor(it, reason));
    assertThat(isReady(found)).isFalse();
    assertThat(found.getStatus().getContainerStatuses())
        .extracting(ContainerStatus::getName, ContainerStatus::getReady)
        .contains(org.assertj.core.groups.Tuple.tuple("good", true));
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(events("bad"))
                    .filteredOn(event -> event.getType().equals("Warning"))
                    .extracting(Event::getReason)
                    .contains(warning));
  }

  @ParameterizedTest
  @CsvSource({"crash-loops, Error, 1", "out-of-memory, OOMKilled, 137"})
  void isStartedAgainAndAgain(String image, String reason, int exitCode) {
    // when
    client.resource(Samples.pod(namespace, "again", image)).create();

    // then
    Pod found =
        awaitPod("again", it -> statuses(it).anyMatch(status -> status.getRestartCount() >= 2));
    assertThat(found.getStatus().getPhase()).isEqualTo("Running");
    assertThat(statuses(found).map(status -> status.getLastState().getTerminated()))
        .allSatisfy(
            end -> {
              assertThat(end.getReason()).isEqualTo(reason);
              assertThat(end.getExitCode()).isEqualTo(exitCode);
            });
  }

  @Test
  void runsWithoutEverBeingReady() {
    // given one that prepares itself in the same image
    Pod pod =
        new PodBuilder(Samples.pod(namespace, "sick", "never-ready"))
            .editSpec()
            .addNewInitContainer()
            .withName("prepare")
            .withImage("never-ready")
            .endInitContainer()
            .endSpec()
            .build();

    // when
    client.resource(pod).create();

    // then
    Pod found = awaitPod("sick", it -> it.getStatus().getPhase().equals("Running"));
    assertThat(isReady(found)).isFalse();
    assertThat(states(found))
        .singleElement()
        .satisfies(state -> assertThat(state.getRunning()).isNotNull());
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(events("sick")).extracting(Event::getReason).contains("Unhealthy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image-pull-fails", "crash-loops"})
  void waitsForItsInitContainers(String image) {
    // given
    Pod pod =
        new PodBuilder(Samples.pod(namespace, "init", "nginx"))
            .editSpec()
            .addNewInitContainer()
            .withName("first")
            .withImage(image)
            .endInitContainer()
            .endSpec()
            .build();

    // when
    client.resource(pod).create();

    // then
    Pod found = awaitPod("init", it -> !it.getStatus().getInitContainerStatuses().isEmpty());
    assertThat(found.getStatus().getPhase()).isEqualTo("Pending");
    assertThat(states(found))
        .extracting(state -> state.getWaiting().getReason())
        .containsExactly("PodInitializing");
  }

  @Test
  void isBeingInitializedForAsLongAsAnInitContainerRuns() {
    // given
    Pod pod =
        new PodBuilder(Samples.pod(namespace, "patient", "nginx"))
            .editSpec()
            .addNewInitContainer()
            .withName("wait")
            .withImage("registry.test/never-done:1")
            .endInitContainer()
            .endSpec()
            .build();

    // when
    client.resource(pod).create();

    // then
    Pod found = awaitPod("patient", it -> !it.getStatus().getInitContainerStatuses().isEmpty());
    assertThat(found.getStatus().getInitContainerStatuses().getFirst().getState().getRunning())
        .isNotNull();
    assertThat(states(found))
        .extracting(state -> state.getWaiting().getReason())
        .containsExactly("PodInitializing");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cannotCreateAContainerThatTakesVariablesFromASecretThatIsNotThere(boolean whole) {
    // given
    Container wanting = Samples.container("wanting", "no-such-secret", whole, false);
    Pod pod =
        new PodBuilder(Samples.pod(namespace, "poor", "nginx"))
            .editSpec()
            .addToContainers(wanting, Samples.container("modest", "no-such-secret", whole, true))
            .endSpec()
            .build();

    // when
    client.resource(pod).create();

    // then what can go without it runs
    Pod found = awaitPod("poor", it -> waitsFor(it, "CreateContainerConfigError"));
    assertThat(statuses(found))
        .filteredOn(status -> !status.getReady())
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.getName()).isEqualTo("wanting");
              assertThat(status.getState().getWaiting().getMessage())
                  .isEqualTo("secret \"no-such-secret\" not found");
            });
    await()
        .untilAsserted(
            () ->
                assertThat(events("poor"))
                    .extracting(Event::getMessage)
                    .contains("Error: secret \"no-such-secret\" not found"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isBeingCreatedForAsLongAsASecretThatItMountsIsNotThere(boolean projected) {
    // given
    Pod pod =
        new PodBuilder(Samples.pod(namespace, "mounting", "nginx"))
            .editSpec()
            .addToVolumes(Samples.volumeOf("no-such-certificate", projected))
            .endSpec()
            .build();

    // when
    client.resource(pod).create();

    // then
    awaitPod("mounting", it -> waitsFor(it, "ContainerCreating"));
    await()
        .untilAsserted(
            () ->
                assertThat(events("mounting"))
                    .anySatisfy(
                        event -> {
                          assertThat(event.getReason()).isEqualTo("FailedMount");
                          assertThat(event.getMessage())
                              .isEqualTo(
                                  "MountVolume.SetUp failed for volume \"tls\" : secret"
                                      + " \"no-such-certificate\" not found");
                        }));
  }

  @Test
  void isTriedAgainAtOnceByItsJob() {
    // given one that ends badly for the sake of a variable, as its image is another's too
    var job =
        new JobBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("migrate")
            .endMetadata()
            .withNewSpec()
            .withBackoffLimit(3)
            .withNewTemplate()
            .withSpec(Samples.pod(namespace, "migrate", "busybox").getSpec())
            .endTemplate()
            .endSpec()
            .build();
    var template = job.getSpec().getTemplate().getSpec();
    template.setRestartPolicy("Never");
    template
        .getContainers()
        .getFirst()
        .setEnv(List.of(new EnvVarBuilder().withName("CRASH_LOOPS").withValue("yes").build()));

    // when
    client.resource(job).create();

    // then without the 70 seconds that the job controller waits between four tries
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(client.resource(job).get().getStatus())
                    .satisfies(
                        status -> {
                          assertThat(status.getFailed()).isEqualTo(4);
                          assertThat(status.getConditions())
                              .extracting(JobCondition::getReason)
                              .contains("BackoffLimitExceeded");
                        }));
  }

  @ParameterizedTest
  @CsvSource({"busybox, Complete", "crash-loops, Failed"})
  void endsWithItsJob(String image, String condition) {
    // given
    var job =
        new JobBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("job")
            .endMetadata()
            .withNewSpec()
            .withBackoffLimit(0)
            .withNewTemplate()
            .withSpec(Samples.pod(namespace, "job", image).getSpec())
            .endTemplate()
            .endSpec()
            .build();
    job.getSpec().getTemplate().getSpec().setRestartPolicy("Never");

    // when
    client.resource(job).create();

    // then
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(client.resource(job).get().getStatus().getConditions())
                    .anySatisfy(found -> assertThat(found.getType()).isEqualTo(condition)));
  }

  @Test
  void isRefusedByTheSchedulerWhenNoNodeHasRoom() {
    // when
    client.resource(Samples.podThatNeeds(namespace, "huge", "17")).create();

    // then
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(events("huge"))
                    .anySatisfy(
                        event -> {
                          assertThat(event.getReason()).isEqualTo("FailedScheduling");
                          assertThat(event.getMessage()).contains("Insufficient cpu");
                        }));
  }

  @Test
  void isGoneAtOnceWhenDeleted() {
    // given
    client.resource(Samples.pod(namespace, "web", "nginx")).create();
    awaitPod("web", PodsTest::isReady);

    // when
    client.pods().inNamespace(namespace).withName("web").delete();

    // then well before its thirty seconds of grace are over
    await()
        .atMost(Duration.ofSeconds(25))
        .untilAsserted(
            () -> assertThat(client.pods().inNamespace(namespace).withName("web").get()).isNull());
  }

  private Pod awaitPod(String name, Predicate<Pod> condition) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> client.pods().inNamespace(namespace).withName(name).get(), condition);
  }

  private List<Event> events(String pod) {
    return client
        .v1()
        .events()
        .inNamespace(namespace)
        .withField("involvedObject.name", pod)
        .list()
        .getItems();
  }

  private static boolean isReady(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .anyMatch(
            condition ->
                condition.getType().equals("Ready") && condition.getStatus().equals("True"));
  }

  private static boolean waitsFor(Pod pod, String reason) {
    return states(pod).stream()
        .anyMatch(
            state -> state.getWaiting() != null && state.getWaiting().getReason().equals(reason));
  }

  private static List<ContainerState> states(Pod pod) {
    return statuses(pod).map(ContainerStatus::getState).toList();
  }

  private static Stream<ContainerStatus> statuses(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream();
  }
}
