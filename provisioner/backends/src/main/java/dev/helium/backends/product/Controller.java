package dev.helium.backends.product;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;

/**
 * What sees to pods of one kind.
 *
 * @param selector by which it knows its pods
 * @param labels of its pods
 */
record Controller(
    String name,
    Map<String, String> selector,
    Map<String, String> labels,
    Map<String, String> annotations,
    PodSpec pod) {

  Deployment deployment(Integer replicas, DeploymentStrategy strategy) {
    return new DeploymentBuilder()
        .withMetadata(metadata())
        .withNewSpec()
        .withReplicas(replicas)
        .withSelector(labelSelector())
        .withStrategy(strategy)
        .withTemplate(template())
        .endSpec()
        .build();
  }

  StatefulSet statefulSet(
      String service, Integer replicas, String podManagement, List<PersistentVolumeClaim> claims) {
    return new StatefulSetBuilder()
        .withMetadata(metadata())
        .withNewSpec()
        .withReplicas(replicas)
        .withServiceName(service)
        .withPodManagementPolicy(podManagement)
        .withSelector(labelSelector())
        .withTemplate(template())
        .withVolumeClaimTemplates(claims)
        .endSpec()
        .build();
  }

  DaemonSet daemonSet() {
    return new DaemonSetBuilder()
        .withMetadata(metadata())
        .withNewSpec()
        .withSelector(labelSelector())
        .withTemplate(template())
        .endSpec()
        .build();
  }

  Job job(int backoffLimit) {
    return new JobBuilder()
        .withMetadata(metadata())
        .withNewSpec()
        .withBackoffLimit(backoffLimit)
        .withTemplate(template())
        .endSpec()
        .build();
  }

  private ObjectMeta metadata() {
    return new ObjectMetaBuilder().withName(name).addToLabels(selector).build();
  }

  private LabelSelector labelSelector() {
    return new LabelSelectorBuilder().withMatchLabels(selector).build();
  }

  private PodTemplateSpec template() {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels)
        .withAnnotations(annotations.isEmpty() ? null : annotations)
        .endMetadata()
        .withSpec(pod)
        .build();
  }
}
