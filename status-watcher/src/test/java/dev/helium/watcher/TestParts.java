package dev.helium.watcher;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a workspace may have beside its pods. */
record TestParts(TestWorkspace workspace) {
  void event(String kind, String name, String reason, String message) {
    workspace.create(
        new EventBuilder()
            .withNewMetadata()
            .withName(name + "." + reason.toLowerCase(Locale.ROOT))
            .withNamespace(workspace.id().value())
            .endMetadata()
            .withNewInvolvedObject()
            .withKind(kind)
            .withNamespace(workspace.id().value())
            .withName(name)
            .endInvolvedObject()
            .withReason(reason)
            .withMessage(message)
            .withType("Warning")
            .withLastTimestamp(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  void quotaOfNoPods() {
    ResourceQuota quota =
        workspace.create(
            new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("small")
                .withNamespace(workspace.id().value())
                .endMetadata()
                .withNewSpec()
                .addToHard("pods", new Quantity("0"))
                .endSpec());
    // Before it has been counted, the API server says something else.
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !workspace.client().resource(quota).get().getStatus().getHard().isEmpty());
  }

  void statefulSet(String image) {
    workspace.create(
        new StatefulSetBuilder()
            .withMetadata(named("store"))
            .withNewSpec()
            .withReplicas(1)
            .withNewSelector()
            .addToMatchLabels("app", "web")
            .endSelector()
            .withTemplate(workspace.template(image, 1).buildSpec().getTemplate())
            .endSpec());
  }

  void deploymentOfNobody(String image) {
    workspace.create(
        workspace
            .template(image, 1)
            .editSpec()
            .editTemplate()
            .editSpec()
            .withServiceAccountName("nobody")
            .endSpec()
            .endTemplate()
            .endSpec());
  }

  void claim(String storageClass) {
    workspace.create(claimOf(storageClass));
  }

  /** Bound to a volume that is not there. */
  void lostClaim() {
    workspace.create(
        claimOf("")
            .editMetadata()
            .addToAnnotations("pv.kubernetes.io/bind-completed", "yes")
            .endMetadata()
            .editSpec()
            .withVolumeName("no-such-volume")
            .endSpec());
  }

  /** Its next try finds no node. */
  void jobThatIsTriedAgain() {
    Job job = job(false, 600);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> workspace.client().resource(job).get().getStatus().getActive() != null);
    workspace
        .client()
        .resource(job)
        .subresource("status")
        // Of no version: whatever the controllers write meanwhile is no conflict.
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\":{\"failed\":1}}");
  }

  Job job(boolean suspended, long seconds) {
    return workspace.create(
        new JobBuilder()
            .withMetadata(named("load"))
            .withNewSpec()
            .withSuspend(suspended)
            .withActiveDeadlineSeconds(seconds)
            .withNewTemplate()
            .withNewMetadata()
            .withLabels(workspace.labels())
            .endMetadata()
            .withNewSpec()
            .withSchedulerName(TestPod.NOBODY)
            .withRestartPolicy("Never")
            .addNewContainer()
            .withName("load")
            .withImage("registry.example/load:1")
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec());
  }

  void loadBalancerOfNobody() {
    workspace.create(
        service()
            .editSpec()
            .withType("LoadBalancer")
            .withLoadBalancerClass("nobody.example/none")
            .endSpec());
  }

  void loadBalancerToNowhere() {
    workspace.create(
        service().editSpec().withType("LoadBalancer").addToSelector("app", "none").endSpec());
  }

  void serviceThatCannotGo() {
    Service service =
        workspace.create(service().editMetadata().addToFinalizers("helium.dev/test").endMetadata());
    workspace.client().resource(service).delete();
  }

  private ServiceBuilder service() {
    return new ServiceBuilder()
        .withMetadata(named("web"))
        .withNewSpec()
        .addToSelector("app", "web")
        .addNewPort()
        .withPort(80)
        .endPort()
        .endSpec();
  }

  private PersistentVolumeClaimBuilder claimOf(String storageClass) {
    return new PersistentVolumeClaimBuilder()
        .withMetadata(named("data"))
        .withNewSpec()
        .withStorageClassName(storageClass)
        .withAccessModes("ReadWriteOnce")
        .withNewResources()
        .addToRequests("storage", new Quantity("1Gi"))
        .endResources()
        .endSpec();
  }

  private ObjectMeta named(String name) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(workspace.id().value())
        .withLabels(workspace.labels())
        .build();
  }
}
