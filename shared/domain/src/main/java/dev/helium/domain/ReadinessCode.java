package dev.helium.domain;

import static dev.helium.domain.ReasonClass.CLUSTER;
import static dev.helium.domain.ReasonClass.CONFIGURATION;
import static dev.helium.domain.ReasonClass.CRASH;
import static dev.helium.domain.ReasonClass.DELETION;
import static dev.helium.domain.ReasonClass.IMAGE;
import static dev.helium.domain.ReasonClass.JOB;
import static dev.helium.domain.ReasonClass.MEMORY;
import static dev.helium.domain.ReasonClass.NETWORK;
import static dev.helium.domain.ReasonClass.NODE;
import static dev.helium.domain.ReasonClass.PROBE;
import static dev.helium.domain.ReasonClass.PROGRAM;
import static dev.helium.domain.ReasonClass.QUOTA;
import static dev.helium.domain.ReasonClass.ROLLOUT;
import static dev.helium.domain.ReasonClass.SCHEDULING;
import static dev.helium.domain.ReasonClass.STARTING;
import static dev.helium.domain.ReasonClass.VOLUME;
import static dev.helium.domain.ReasonKind.FATAL;
import static dev.helium.domain.ReasonKind.RECOVERABLE;
import static dev.helium.domain.ReasonKind.WAITING;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why a workspace is not ready, as far as Helium knows beforehand: the published catalogue. A code
 * keeps its word for ever; new ones may come. A cluster may say words that are not in it.
 */
public enum ReadinessCode {
  IMAGE_PULLING("ImagePulling", WAITING, IMAGE),
  IMAGE_PULL_BACK_OFF("ImagePullBackOff", FATAL, IMAGE),
  INVALID_IMAGE_NAME("InvalidImageName", FATAL, IMAGE),
  ERR_IMAGE_NEVER_PULL("ErrImageNeverPull", FATAL, IMAGE),
  IMAGE_INSPECT_ERROR("ImageInspectError", FATAL, IMAGE),

  UNSCHEDULABLE("Unschedulable", WAITING, FATAL, SCHEDULING),
  NODE_SCALING_UP("NodeScalingUp", WAITING, SCHEDULING),
  SCHEDULING_GATED("SchedulingGated", WAITING, SCHEDULING),

  QUOTA_EXCEEDED("QuotaExceeded", FATAL, QUOTA),

  CLAIM_PENDING("ClaimPending", WAITING, VOLUME),
  PROVISIONING_FAILED("ProvisioningFailed", RECOVERABLE, VOLUME),
  CLAIM_LOST("ClaimLost", FATAL, VOLUME),
  FAILED_ATTACH_VOLUME("FailedAttachVolume", RECOVERABLE, VOLUME),
  FAILED_MOUNT("FailedMount", RECOVERABLE, VOLUME),

  CREATE_CONTAINER_CONFIG_ERROR("CreateContainerConfigError", FATAL, CONFIGURATION),
  CREATE_CONTAINER_ERROR("CreateContainerError", FATAL, CONFIGURATION),
  RUN_CONTAINER_ERROR("RunContainerError", RECOVERABLE, CONFIGURATION),
  START_ERROR("StartError", RECOVERABLE, CONFIGURATION),
  CONTAINER_CANNOT_RUN("ContainerCannotRun", RECOVERABLE, CONFIGURATION),
  FAILED_CREATE("FailedCreate", RECOVERABLE, CONFIGURATION),

  PENDING("Pending", WAITING, STARTING),
  INITIALIZING("Initializing", WAITING, STARTING),
  CONTAINER_CREATING("ContainerCreating", WAITING, STARTING),
  CONTAINER_STARTING("ContainerStarting", WAITING, STARTING),

  CRASH_LOOP_BACK_OFF("CrashLoopBackOff", RECOVERABLE, CRASH),
  ERROR("Error", RECOVERABLE, CRASH),
  COMPLETED("Completed", RECOVERABLE, CRASH),
  TERMINATED("Terminated", RECOVERABLE, CRASH),
  FAILED("Failed", FATAL, CRASH),

  OOM_KILLED("OOMKilled", FATAL, MEMORY),

  UNHEALTHY("Unhealthy", RECOVERABLE, PROBE),
  CONTAINERS_NOT_READY("ContainersNotReady", RECOVERABLE, PROBE),
  READINESS_GATES_NOT_READY("ReadinessGatesNotReady", WAITING, PROBE),
  NOT_READY("NotReady", RECOVERABLE, PROBE),

  ROLLOUT_IN_PROGRESS("RolloutInProgress", WAITING, ROLLOUT),
  PROGRESS_DEADLINE_EXCEEDED("ProgressDeadlineExceeded", RECOVERABLE, ROLLOUT),
  SETTLING("Settling", WAITING, ROLLOUT),

  JOB_RUNNING("JobRunning", WAITING, JOB),
  JOB_RETRYING("JobRetrying", RECOVERABLE, JOB),
  JOB_SUSPENDED("JobSuspended", WAITING, JOB),
  JOB_FAILED("JobFailed", FATAL, JOB),

  NODE_NOT_READY("NodeNotReady", RECOVERABLE, NODE),
  EVICTED("Evicted", FATAL, NODE),

  LOAD_BALANCER_PENDING("LoadBalancerPending", WAITING, NETWORK),
  SYNC_LOAD_BALANCER_FAILED("SyncLoadBalancerFailed", RECOVERABLE, NETWORK),
  NO_ENDPOINTS("NoEndpoints", WAITING, NETWORK),
  FAILED_CREATE_POD_SANDBOX("FailedCreatePodSandBox", RECOVERABLE, NETWORK),

  CLUSTER_UNREACHABLE("ClusterUnreachable", WAITING, CLUSTER),
  CLUSTER_UNKNOWN("ClusterUnknown", RECOVERABLE, CLUSTER),
  NAMESPACE_MISSING("NamespaceMissing", WAITING, CLUSTER),

  TERMINATING("Terminating", WAITING, DELETION),

  PROVISIONING("Provisioning", WAITING, PROGRAM),
  NO_WORKLOAD("NoWorkload", WAITING, PROGRAM);

  private static final Map<String, ReadinessCode> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(ReadinessCode::word, Function.identity()));

  private final String word;
  private final ReasonKind kind;
  private final ReasonKind worst;
  private final ReasonClass reasonClass;

  ReadinessCode(String word, ReasonKind kind, ReasonClass reasonClass) {
    this(word, kind, kind, reasonClass);
  }

  ReadinessCode(String word, ReasonKind kind, ReasonKind worst, ReasonClass reasonClass) {
    this.word = Objects.requireNonNull(word);
    this.kind = Objects.requireNonNull(kind);
    this.worst = Objects.requireNonNull(worst);
    this.reasonClass = Objects.requireNonNull(reasonClass);
  }

  /** Empty for a word of the cluster that is not in the catalogue. */
  public static Optional<ReadinessCode> find(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** As events and the API say it. */
  public String word() {
    return word;
  }

  /** What can be expected of it at first. */
  public ReasonKind kind() {
    return kind;
  }

  /** All that it can be: one kind, or that and what it becomes when it lasts. */
  public Set<ReasonKind> kinds() {
    return EnumSet.of(kind, worst);
  }

  public ReasonClass reasonClass() {
    return reasonClass;
  }

  /** What it means, in one sentence. */
  public String meaning() {
    return ReadinessText.of(this).meaning();
  }

  /** What a person can do about it, in one sentence. */
  public String wayOn() {
    return ReadinessText.of(this).wayOn();
  }
}
