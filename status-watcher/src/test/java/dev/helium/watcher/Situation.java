package dev.helium.watcher;

import dev.helium.domain.ReadinessCode;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;

/** What leads to a code, on the real API server; what no kubelet says is patched in. */
record Situation(TestWorkspace workspace, WatchedLog log) {
  /** A cluster that the watcher has been told of and that does not answer. */
  static final String AWAY = "away";

  private static final String IMAGE = "registry.example/web:1";
  private static final String LONG_AGO = "2026-01-01T00:00:00Z";

  void make(ReadinessCode code) {
    TestPod pods = new TestPod(workspace);
    TestParts parts = new TestParts(workspace);
    created(code);
    if (code != ReadinessCode.NAMESPACE_MISSING) {
      workspace.namespace(code == ReadinessCode.SETTLING ? "PT1H" : "PT0S");
    }
    if (code != ReadinessCode.PROVISIONING) {
      log.provisioned(workspace.id());
    }
    switch (code) {
      case CLUSTER_UNREACHABLE, CLUSTER_UNKNOWN, NAMESPACE_MISSING, NO_WORKLOAD -> {
        // There is nothing to make.
      }
      case PROVISIONING, SETTLING -> workspace.deployment(IMAGE, 1);
      case IMAGE_PULL_BACK_OFF -> workspace.deployment("registry.example/image-pull-fails:1", 1);
      case CRASH_LOOP_BACK_OFF -> workspace.deployment("registry.example/crash-loops:1", 1);
      case OOM_KILLED -> workspace.deployment("registry.example/out-of-memory:1", 1);
      case CONTAINER_STARTING -> workspace.deployment("registry.example/never-ready:1", 1);
      case INVALID_IMAGE_NAME,
          ERR_IMAGE_NEVER_PULL,
          IMAGE_INSPECT_ERROR,
          CREATE_CONTAINER_CONFIG_ERROR,
          CREATE_CONTAINER_ERROR,
          RUN_CONTAINER_ERROR,
          CONTAINER_CREATING ->
          pods.waiting(code.word());
      case IMAGE_PULLING -> creating("Pulling", "Pulling image \"web:1\"");
      case FAILED_MOUNT -> creating("FailedMount", "secret \"key\" not found");
      case FAILED_ATTACH_VOLUME -> creating("FailedAttachVolume", "it is attached elsewhere");
      case FAILED_CREATE_POD_SANDBOX -> creating("FailedCreatePodSandBox", "no address is left");
      case UNSCHEDULABLE -> pods.tooLarge();
      case NODE_SCALING_UP -> {
        pods.tooLarge();
        parts.event("Pod", "web", "TriggeredScaleUp", "pod triggered scale-up: 1->2");
      }
      case SCHEDULING_GATED -> pods.gated();
      case QUOTA_EXCEEDED -> {
        parts.quotaOfNoPods();
        parts.statefulSet(IMAGE);
      }
      case CLAIM_PENDING -> parts.claim("");
      case PROVISIONING_FAILED -> parts.claim("no-such-class");
      case CLAIM_LOST -> parts.lostClaim();
      case FAILED_CREATE -> parts.deploymentOfNobody(IMAGE);
      case PENDING -> pods.unheardOf();
      case INITIALIZING -> pods.initializing();
      case ERROR, COMPLETED, START_ERROR, CONTAINER_CANNOT_RUN -> pods.terminated(code.word());
      case TERMINATED -> pods.terminated("");
      case FAILED -> pods.failed("");
      case EVICTED -> pods.failed(code.word());
      case UNHEALTHY -> {
        pods.running(LONG_AGO);
        parts.event(
            "Pod",
            "web",
            "Unhealthy",
            "Readiness probe failed: HTTP probe failed with statuscode: 503");
      }
      case CONTAINERS_NOT_READY, READINESS_GATES_NOT_READY, NODE_NOT_READY ->
          pods.held(code.word());
      case NOT_READY -> pods.held("");
      case ROLLOUT_IN_PROGRESS -> workspace.create(unscheduled());
      case PROGRESS_DEADLINE_EXCEEDED ->
          workspace.create(unscheduled().editSpec().withProgressDeadlineSeconds(1).endSpec());
      case JOB_RUNNING -> parts.job(false, 600);
      case JOB_RETRYING -> parts.jobThatIsTriedAgain();
      case JOB_SUSPENDED -> parts.job(true, 600);
      case JOB_FAILED -> parts.job(false, 1);
      case LOAD_BALANCER_PENDING -> parts.loadBalancerOfNobody();
      case SYNC_LOAD_BALANCER_FAILED -> {
        parts.loadBalancerOfNobody();
        parts.event("Service", "web", "SyncLoadBalancerFailed", "no address is left");
      }
      case NO_ENDPOINTS -> {
        parts.loadBalancerToNowhere();
        workspace.deployment(IMAGE, 1);
      }
      case TERMINATING -> parts.serviceThatCannotGo();
    }
  }

  private void created(ReadinessCode code) {
    if (code == ReadinessCode.CLUSTER_UNREACHABLE) {
      log.createdIn(AWAY, workspace.id());
    } else if (code == ReadinessCode.CLUSTER_UNKNOWN) {
      log.createdIn("never-made", workspace.id());
    } else {
      log.created(workspace.id(), 1);
    }
  }

  private void creating(String event, String message) {
    new TestPod(workspace).waiting("ContainerCreating");
    new TestParts(workspace).event("Pod", "web", event, message);
  }

  /** Nobody gives its pods a node, and nobody says so. */
  private DeploymentBuilder unscheduled() {
    return workspace
        .template(IMAGE, 1)
        .editSpec()
        .editTemplate()
        .editSpec()
        .withSchedulerName(TestPod.NOBODY)
        .endSpec()
        .endTemplate()
        .endSpec();
  }
}
