package dev.helium.watcher.judging;

import static dev.helium.watcher.judging.TestPods.LONG_AGO;
import static dev.helium.watcher.judging.TestPods.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.helium.domain.Connection;
import dev.helium.domain.Connection.Kind;
import dev.helium.domain.Connection.Scheme;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.ServiceStatus;
import io.fabric8.kubernetes.api.model.ServiceStatusBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectionsTest {
  private static final String SERVICE = "Service/web";
  private static final ServicePort HTTP = port("http", 80).build();
  private static final ServicePort DATABASE = port("db", 5432).build();

  @Test
  void aLoadBalancerIsALinkForBrowserPortsAndAnAddressForOthers() {
    assertThat(of(service("LoadBalancer", DATABASE, HTTP).withStatus(at("10.0.0.1")).build()))
        .containsExactly(
            new Connection(Kind.LINK, SERVICE, "http", Scheme.HTTP, "10.0.0.1", 80, "/", ""),
            new Connection(Kind.ADDRESS, SERVICE, "db", Scheme.TCP, "10.0.0.1", 5432, "", ""));
  }

  @Test
  void everyAddressOfALoadBalancerIsAWayIn() {
    // given
    Service service =
        service("LoadBalancer", DATABASE)
            .withNewStatus()
            .withNewLoadBalancer()
            .addNewIngress()
            .withIp("2001:db8::1")
            .endIngress()
            .addNewIngress()
            .withHostname("Web.Example")
            .withIp("10.0.0.1")
            .endIngress()
            .endLoadBalancer()
            .endStatus()
            .build();
    // then
    assertThat(of(service))
        .extracting(Connection::host)
        .containsExactly("2001:db8::1", "web.example");
  }

  @Test
  void aLoadBalancerWithoutAnAddressIsNoWayInYet() {
    assertThat(of(service("LoadBalancer", HTTP).build())).isEmpty();
  }

  @Test
  void aNodePortIsOpenOnEveryNodeAndInside() {
    ServicePort port = port("db", 5432).withNodePort(30_650).build();
    assertThat(of(service("NodePort", port).build()))
        .containsExactly(
            new Connection(Kind.NODE, SERVICE, "db", Scheme.TCP, "", 30_650, "", ""),
            new Connection(Kind.INSIDE, SERVICE, "db", Scheme.TCP, "web.demo.svc", 5432, "", ""));
  }

  @Test
  void aClusterAddressIsAWayInOnlyFromInside() {
    assertThat(of(service("ClusterIP", HTTP).build()))
        .containsExactly(
            new Connection(Kind.INSIDE, SERVICE, "http", Scheme.HTTP, "web.demo.svc", 80, "", ""))
        .first()
        .extracting(connection -> connection.command().orElseThrow())
        .isEqualTo("kubectl --namespace demo port-forward service/web 8080:80");
    assertThat(of(service(null, HTTP).build())).hasSize(1);
  }

  @Test
  void whatLeadsToSinglePodsOrElsewhereIsNoWayIn() {
    Service headless =
        service("ClusterIP", HTTP).editSpec().withClusterIP("None").endSpec().build();
    assertThat(of(headless)).isEmpty();
    assertThat(of(service("ExternalName", HTTP).build())).isEmpty();
  }

  @Test
  void whatIsDeletedIsNoWayInAnyMore() {
    Service service =
        service("ClusterIP", HTTP)
            .editMetadata()
            .withDeletionTimestamp(LONG_AGO)
            .endMetadata()
            .build();
    assertThat(of(service)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "http, null, 3000, HTTP",
        "http-api, null, 3000, HTTP",
        "api-https, null, 3000, HTTPS",
        "ui, null, 3000, HTTP",
        "db, http, 5432, HTTP",
        "http, postgres, 5432, TCP",
        "web, HTTPS, 80, HTTPS",
        "null, kubernetes.io/ws, 9, HTTP",
        "null, null, 80, HTTP",
        "null, null, 8443, HTTPS",
        "null, null, 5432, TCP",
        "https, grpc, 443, GRPC",
        "api-grpc-port, null, 30650, GRPC",
        "shttp, null, 80, TCP"
      })
  void aPortSpeaksWhatItSaysElseWhatItIsCalledElseWhatIsUsual(
      String name, String protocol, int number, Scheme scheme) {
    ServicePort port = port(name, number).withAppProtocol(protocol).build();
    assertThat(of(service("ClusterIP", port).build()))
        .extracting(Connection::scheme)
        .containsExactly(scheme);
  }

  @Test
  void aPortWithoutANameIsCalledByItsNumberAndDatagramsAreNoLink() {
    ServicePort port = port(null, 80).withProtocol("UDP").build();
    assertThat(of(service("LoadBalancer", port).withStatus(at("10.0.0.1")).build()))
        .containsExactly(
            new Connection(Kind.ADDRESS, SERVICE, "80", Scheme.UDP, "10.0.0.1", 80, "", ""));
  }

  @Test
  void annotationsSayWhatALinkIsAndWhichSecretOpensIt() {
    Service service =
        annotated(
                service("LoadBalancer", HTTP, DATABASE).withStatus(at("10.0.0.1")),
                Map.of(Declared.LINK_NAME, "console", Declared.CREDENTIALS, "web-login"))
            .build();
    assertThat(of(service))
        .extracting(Connection::name, Connection::credentials)
        .containsExactly(tuple("console", "web-login"), tuple("db", "web-login"));
  }

  @Test
  void aServiceWithoutLinksIsCalledWhole() {
    Service service =
        annotated(service("ClusterIP", DATABASE), Map.of(Declared.LINK_NAME, "pachd")).build();
    assertThat(of(service)).extracting(Connection::name).containsExactly("pachd");
  }

  @Test
  void annotationsThatAreNoNamesAreNotBelieved() {
    Service service =
        annotated(
                service("ClusterIP", HTTP),
                Map.of(
                    Declared.LINK_NAME,
                    "$(reboot)",
                    Declared.CREDENTIALS,
                    "a; reboot",
                    Declared.HIDDEN,
                    "yes"))
            .build();
    assertThat(of(service))
        .containsExactly(
            new Connection(Kind.INSIDE, SERVICE, "http", Scheme.HTTP, "web.demo.svc", 80, "", ""));
  }

  @Test
  void whatIsHiddenIsNeitherAWayInNorAnAddressButIsStillWaitedFor() {
    // given
    ServiceBuilder hidden =
        annotated(service("LoadBalancer", HTTP), Map.of(Declared.HIDDEN, "true"));
    // then
    assertThat(new ServiceJudge().judge(hidden.build(), TAG).symptoms()).hasSize(1);
    Finding found = new ServiceJudge().judge(hidden.withStatus(at("10.0.0.1")).build(), TAG);
    assertThat(found)
        .isEqualTo(
            Finding.fine(new ObjectKey("Service", "demo", "web"), TAG, new Part.Attachment()));
    Ingress ingress =
        ingress()
            .editMetadata()
            .addToAnnotations(Declared.HIDDEN, "true")
            .endMetadata()
            .withNewSpec()
            .addNewRule()
            .withHost("demo.example")
            .endRule()
            .endSpec()
            .build();
    assertThat(new IngressJudge().judge(ingress, TAG).addresses()).isEmpty();
    assertThat(of(ingress)).isEmpty();
  }

  @Test
  void anIngressIsALinkForEachHostAndPathAndSafeWhereACertificateIs() {
    // given
    Ingress ingress =
        ingress()
            .editMetadata()
            .addToAnnotations(Declared.LINK_NAME, "notebooks")
            .endMetadata()
            .withNewSpec()
            .addNewTl()
            .withHosts("*.demo.example", "safe.example")
            .endTl()
            .addNewRule()
            .withHost("safe.example")
            .withNewHttp()
            .addNewPath()
            .withPath("/api")
            .endPath()
            .addNewPath()
            .withPath("/old(/|$)(.*)")
            .endPath()
            .endHttp()
            .endRule()
            .addNewRule()
            .withHost("a.demo.example")
            .endRule()
            .addNewRule()
            .withHost("a.b.demo.example")
            .endRule()
            .addNewRule()
            .withHost("*.wild.example")
            .endRule()
            .endSpec()
            .build();
    // then
    assertThat(of(ingress))
        .extracting(Connection::url)
        .containsExactly(
            "https://a.demo.example",
            "https://safe.example/api",
            "https://safe.example/old",
            "http://a.b.demo.example");
    assertThat(of(ingress)).extracting(Connection::name).containsOnly("notebooks");
  }

  @Test
  void anIngressForAnyHostIsALinkToItsAddress() {
    // given
    Ingress ingress =
        ingress()
            .withNewSpec()
            .addNewTl()
            .withSecretName("certificate")
            .endTl()
            .withNewDefaultBackend()
            .endDefaultBackend()
            .endSpec()
            .withNewStatus()
            .withNewLoadBalancer()
            .addNewIngress()
            .withIp("10.9.9.9")
            .endIngress()
            .endLoadBalancer()
            .endStatus()
            .build();
    // then
    assertThat(of(ingress))
        .containsExactly(
            new Connection(
                Kind.LINK, "Ingress/front", "front", Scheme.HTTPS, "10.9.9.9", 443, "/", ""));
    assertThat(of(ingress().build())).isEmpty();
  }

  private static List<Connection> of(Service service) {
    return new ServiceJudge().judge(service, TAG).connections();
  }

  private static List<Connection> of(Ingress ingress) {
    return new IngressJudge().judge(ingress, TAG).connections();
  }

  private static ServiceBuilder annotated(ServiceBuilder service, Map<String, String> annotations) {
    return service.editMetadata().withAnnotations(annotations).endMetadata();
  }

  private static ServiceStatus at(String address) {
    return new ServiceStatusBuilder()
        .withNewLoadBalancer()
        .addNewIngress()
        .withIp(address)
        .endIngress()
        .endLoadBalancer()
        .build();
  }

  private static ServicePortBuilder port(String name, int number) {
    return new ServicePortBuilder().withName(name).withPort(number);
  }

  private static ServiceBuilder service(String type, ServicePort... ports) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName("web")
        .withNamespace("demo")
        .endMetadata()
        .withNewSpec()
        .withType(type)
        .withPorts(ports)
        .endSpec();
  }

  private static IngressBuilder ingress() {
    return new IngressBuilder()
        .withNewMetadata()
        .withName("front")
        .withNamespace("demo")
        .endMetadata();
  }
}
