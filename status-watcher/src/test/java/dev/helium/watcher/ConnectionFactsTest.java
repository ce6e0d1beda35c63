package dev.helium.watcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.domain.Connection;
import dev.helium.domain.Event;
import dev.helium.domain.Event.ConnectionChanged;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** With a watcher that may look at what the README says and at nothing else. */
@ExtendWith({ClusterExtension.class, BrokerExtension.class})
final class ConnectionFactsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String USER = "watcher-without-secrets";

  @TempDir static Path directory;
  private static TestCluster cluster;
  private static TestBroker broker;
  private static WatchedLog log;
  private static KubernetesClient client;
  private static KubernetesClient watching;
  private static RunningWatcher watcher;

  @BeforeAll
  static void up(TestCluster shared, TestBroker empty) {
    cluster = shared;
    broker = empty;
    log = new WatchedLog(broker.bootstrap());
    client = TestWorkspace.client(cluster.kubeconfig());
    letWatch();
    Path kubeconfig = directory.resolve("kubeconfig");
    cluster.cluster().issueKubeconfig(USER, List.of(), kubeconfig);
    watching = TestWorkspace.client(kubeconfig);
    watcher = new RunningWatcher(broker.bootstrap(), kubeconfig);
  }

  @AfterAll
  static void down() {
    watcher.close();
    watching.close();
    client.close();
    log.close();
  }

  @Test
  void saysEveryWayInOnceTheClusterHasIt() {
    // given
    TestWorkspace workspace = living("reached");

    // when
    client.resource(service(workspace, "web", "LoadBalancer", "http", 80, "console")).create();
    client.resource(service(workspace, "db", "ClusterIP", "postgres", 5432, "")).create();
    client.resource(ingress(workspace)).create();

    // then
    await().atMost(LIMIT).until(() -> urls(workspace).size() == 2 && ways(workspace).size() == 3);
    String name = workspace.id().value();
    assertThat(urls(workspace))
        .contains("https://" + name + ".example/app")
        .contains("http://" + log.addresses(workspace.id()).get("Service/web"));
    assertThat(ways(workspace))
        .filteredOn(way -> way.object().equals("Service/web"))
        .extracting(Connection::name, Connection::credentials)
        .containsExactly(tuple("console", "web-login"));
    assertThat(ways(workspace).getLast().command())
        .contains("kubectl --namespace " + name + " port-forward service/db 5432:5432");
    assertThat(mayReadSecrets(name)).isFalse();
  }

  @Test
  void saysAnotherAddressOnceAndOthersChangesNotAtAll() {
    // given
    TestWorkspace workspace = living("moved");
    Service service = service(workspace, "web", "LoadBalancer", "http", 80, "console");
    client.resource(service).create();
    await().atMost(LIMIT).until(() -> urls(workspace).size() == 1);
    int before = connections(workspace).size();

    // when something else of it changes, and then its address
    edit(workspace, "note", "nothing that matters");
    moveTo(workspace, "203.0.113.9");

    // then
    await().atMost(LIMIT).until(() -> urls(workspace).contains("http://203.0.113.9"));
    assertThat(connections(workspace)).hasSize(before + 1);

    // when nobody is to be told of it any more
    edit(workspace, "helium.dev/hidden", "true");

    // then
    await().atMost(LIMIT).until(() -> ways(workspace).isEmpty());
    assertThat(connections(workspace)).hasSize(before + 2);
    assertThat(log.addresses(workspace.id())).isEmpty();
  }

  private static void letWatch() {
    client
        .resource(
            new ClusterRoleBuilder()
                .withNewMetadata()
                .withName(USER)
                .endMetadata()
                .addNewRule()
                .withApiGroups("")
                .withResources(
                    "namespaces",
                    "pods",
                    "services",
                    "persistentvolumeclaims",
                    "events",
                    "endpoints",
                    "resourcequotas",
                    "nodes")
                .withVerbs("get", "list", "watch")
                .endRule()
                .addNewRule()
                .withApiGroups(
                    "apps", "batch", "networking.k8s.io", "discovery.k8s.io", "events.k8s.io")
                .withResources("*")
                .withVerbs("get", "list", "watch")
                .endRule()
                .build())
        .create();
    client
        .resource(
            new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName(USER)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", USER)
                .addNewSubject("rbac.authorization.k8s.io", "User", USER, null)
                .build())
        .create();
  }

  private static boolean mayReadSecrets(String namespace) {
    return watching
        .resource(
            new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace(namespace)
                .withVerb("get")
                .withResource("secrets")
                .endResourceAttributes()
                .endSpec()
                .build())
        .create()
        .getStatus()
        .getAllowed();
  }

  private static TestWorkspace living(String prefix) {
    WorkspaceId id = new WorkspaceId(cluster.uniqueName(prefix));
    TestWorkspace workspace = new TestWorkspace(client, id, 1);
    log.created(id, 1);
    workspace.namespace();
    log.provisioned(id);
    return workspace;
  }

  private static Service service(
      TestWorkspace workspace, String name, String type, String port, int number, String link) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(workspace.id().value())
        .withLabels(workspace.labels())
        .addToAnnotations("helium.dev/link-name", link)
        .addToAnnotations("helium.dev/credentials", name + "-login")
        .endMetadata()
        .withNewSpec()
        .withType(type)
        .addToSelector("app", name)
        .addNewPort()
        .withName(port)
        .withPort(number)
        .endPort()
        .endSpec()
        .build();
  }

  private static Ingress ingress(TestWorkspace workspace) {
    String host = workspace.id() + ".example";
    return new IngressBuilder()
        .withNewMetadata()
        .withName("front")
        .withNamespace(workspace.id().value())
        .withLabels(workspace.labels())
        .endMetadata()
        .withNewSpec()
        .addNewTl()
        .withHosts(host)
        .endTl()
        .addNewRule()
        .withHost(host)
        .withNewHttp()
        .addNewPath()
        .withPath("/app")
        .withPathType("Prefix")
        .withNewBackend()
        .withNewService()
        .withName("web")
        .withNewPort()
        .withNumber(80)
        .endPort()
        .endService()
        .endBackend()
        .endPath()
        .endHttp()
        .endRule()
        .endSpec()
        .build();
  }

  private static void edit(TestWorkspace workspace, String annotation, String value) {
    client
        .services()
        .inNamespace(workspace.id().value())
        .withName("web")
        .edit(
            service ->
                new ServiceBuilder(service)
                    .editMetadata()
                    .addToAnnotations(annotation, value)
                    .endMetadata()
                    .build());
  }

  private static void moveTo(TestWorkspace workspace, String address) {
    client
        .services()
        .inNamespace(workspace.id().value())
        .withName("web")
        .editStatus(
            service ->
                new ServiceBuilder(service)
                    .editStatus()
                    .withNewLoadBalancer()
                    .addNewIngress()
                    .withIp(address)
                    .endIngress()
                    .endLoadBalancer()
                    .endStatus()
                    .build());
  }

  private static List<ConnectionChanged> connections(TestWorkspace workspace) {
    return log.said(workspace.id()).stream()
        .map(EventRecord::event)
        .filter(Event.ConnectionChanged.class::isInstance)
        .map(Event.ConnectionChanged.class::cast)
        .toList();
  }

  private static List<Connection> ways(TestWorkspace workspace) {
    List<ConnectionChanged> said = connections(workspace);
    return said.isEmpty() ? List.of() : said.getLast().connections();
  }

  private static List<String> urls(TestWorkspace workspace) {
    return ways(workspace).stream().map(Connection::url).filter(url -> !url.isEmpty()).toList();
  }
}
