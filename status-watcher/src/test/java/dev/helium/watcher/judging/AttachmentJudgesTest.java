package dev.helium.watcher.judging;

import static dev.helium.watcher.judging.TestPods.LONG_AGO;
import static dev.helium.watcher.judging.TestPods.TAG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttachmentJudgesTest {
  private static List<Reason> reasons(Finding finding) {
    return finding.symptoms().stream().map(symptom -> symptom.at(Instant.EPOCH)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"Bound, ''", "Pending, ClaimPending", "Lost, ClaimLost", "null, ClaimPending"})
  void needsClaimsToBeBound(String phase, String code) {
    var claim =
        new PersistentVolumeClaimBuilder()
            .withNewMetadata()
            .withName("data")
            .endMetadata()
            .withNewStatus()
            .withPhase(phase)
            .endStatus()
            .build();
    assertThat(reasons(new ClaimJudge().judge(claim, TAG)))
        .extracting(Reason::code)
        .containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  void cannotMendALostClaim() {
    var claim =
        new PersistentVolumeClaimBuilder()
            .withNewMetadata()
            .withName("data")
            .endMetadata()
            .withNewStatus()
            .withPhase("Lost")
            .endStatus()
            .build();
    assertThat(reasons(new ClaimJudge().judge(claim, TAG)).getFirst().kind())
        .isEqualTo(ReasonKind.FATAL);
  }

  @Test
  void isNotReadyWithAClaimThatIsDeleted() {
    var claim =
        new PersistentVolumeClaimBuilder()
            .withNewMetadata()
            .withName("data")
            .withDeletionTimestamp(LONG_AGO)
            .endMetadata()
            .withNewStatus()
            .withPhase("Bound")
            .endStatus()
            .build();
    assertThat(reasons(new ClaimJudge().judge(claim, TAG)))
        .extracting(Reason::code)
        .containsExactly("Terminating");
  }

  @Test
  void waitsForTheAddressOfALoadBalancer() {
    Finding finding = new ServiceJudge().judge(service("LoadBalancer").build(), TAG);
    assertThat(reasons(finding)).extracting(Reason::code).containsExactly("LoadBalancerPending");
    assertThat(finding.addresses()).isEmpty();
  }

  @Test
  void tellsTheAddressOfALoadBalancer() {
    Finding byNumber =
        new ServiceJudge()
            .judge(
                service("LoadBalancer")
                    .withNewStatus()
                    .withNewLoadBalancer()
                    .addNewIngress()
                    .withIp("10.1.2.3")
                    .endIngress()
                    .endLoadBalancer()
                    .endStatus()
                    .build(),
                TAG);
    assertThat(byNumber.symptoms()).isEmpty();
    assertThat(byNumber.addresses()).isEqualTo(Map.of("Service/web", "10.1.2.3"));
    Finding byName =
        new ServiceJudge()
            .judge(
                service("LoadBalancer")
                    .withNewStatus()
                    .withNewLoadBalancer()
                    .addNewIngress()
                    .withHostname("web.example")
                    .withIp("10.1.2.3")
                    .endIngress()
                    .endLoadBalancer()
                    .endStatus()
                    .build(),
                TAG);
    assertThat(byName.addresses()).isEqualTo(Map.of("Service/web", "web.example"));
  }

  @Test
  void needsNothingOfOtherServices() {
    assertThat(new ServiceJudge().judge(service("ClusterIP").build(), TAG))
        .isEqualTo(
            Finding.fine(new ObjectKey("Service", "demo", "web"), TAG, new Part.Attachment()));
  }

  @Test
  void isNotReadyWithAServiceThatIsDeletedAndForgetsItsAddress() {
    var service =
        service("LoadBalancer")
            .editMetadata()
            .withDeletionTimestamp(LONG_AGO)
            .endMetadata()
            .withNewStatus()
            .withNewLoadBalancer()
            .addNewIngress()
            .withIp("10.1.2.3")
            .endIngress()
            .endLoadBalancer()
            .endStatus()
            .build();
    Finding finding = new ServiceJudge().judge(service, TAG);
    assertThat(reasons(finding)).extracting(Reason::code).containsExactly("Terminating");
    assertThat(finding.addresses()).isEmpty();
  }

  @Test
  void tellsTheHostOfAnIngressAndElseItsAddress() {
    var withHost =
        ingress()
            .withNewSpec()
            .addNewRule()
            .endRule()
            .addNewRule()
            .withHost("demo.example")
            .endRule()
            .endSpec()
            .build();
    assertThat(new IngressJudge().judge(withHost, TAG).addresses())
        .isEqualTo(Map.of("Ingress/front", "demo.example"));
    var withAddress =
        ingress()
            .withNewStatus()
            .withNewLoadBalancer()
            .addNewIngress()
            .withIp("10.9.9.9")
            .endIngress()
            .endLoadBalancer()
            .endStatus()
            .build();
    assertThat(new IngressJudge().judge(withAddress, TAG).addresses())
        .isEqualTo(Map.of("Ingress/front", "10.9.9.9"));
  }

  @Test
  void neverWaitsForAnIngress() {
    assertThat(new IngressJudge().judge(ingress().build(), TAG))
        .isEqualTo(
            Finding.fine(new ObjectKey("Ingress", "demo", "front"), TAG, new Part.Attachment()));
  }

  @Test
  void isNotReadyWhileItsNamespaceIsDeleted() {
    var namespace = new NamespaceBuilder().withNewMetadata().withName("demo").endMetadata();
    assertThat(new NamespaceJudge().judge(namespace.build(), TAG))
        .isEqualTo(Finding.fine(new ObjectKey("Namespace", "", "demo"), TAG, new Part.Home()));
    Finding deleting =
        new NamespaceJudge()
            .judge(
                namespace.editMetadata().withDeletionTimestamp(LONG_AGO).endMetadata().build(),
                TAG);
    assertThat(reasons(deleting)).extracting(Reason::code).containsExactly("Terminating");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"PT30S, 30", "PT0S, 0", "PT2H, -1", "-PT1S, -1", "soon, -1", "null, -1"})
  void takesTheTimeToSettleThatItsNamespaceSays(String text, long seconds) {
    var namespace =
        new NamespaceBuilder()
            .withNewMetadata()
            .withName("demo")
            .addToAnnotations(NamespaceJudge.SETTLE_ANNOTATION, text)
            .endMetadata()
            .build();
    assertThat(new NamespaceJudge().judge(namespace, TAG).part())
        .isEqualTo(new Part.Home(Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"none, true", "some, false", "null, false"})
  void takesFromItsNamespaceThatNothingIsToRun(String text, boolean bare) {
    var namespace =
        new NamespaceBuilder()
            .withNewMetadata()
            .withName("demo")
            .addToAnnotations(NamespaceJudge.WORKLOAD_ANNOTATION, text)
            .endMetadata()
            .build();
    assertThat(new NamespaceJudge().judge(namespace, TAG).part())
        .isEqualTo(new Part.Home(Part.Home.UNSAID, bare));
  }

  private static ServiceBuilder service(String type) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName("web")
        .withNamespace("demo")
        .endMetadata()
        .withNewSpec()
        .withType(type)
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
