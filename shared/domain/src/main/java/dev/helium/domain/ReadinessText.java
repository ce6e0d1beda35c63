package dev.helium.domain;

import java.util.Objects;

/** What a code means and what a person can do about it, in one sentence each. */
record ReadinessText(String meaning, String wayOn) {
  ReadinessText {
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(wayOn, "wayOn");
  }

  static ReadinessText of(ReadinessCode code) {
    return switch (code) {
      case IMAGE_PULLING ->
          text("An image is being pulled.", "Wait: large images take their time.");
      case IMAGE_PULL_BACK_OFF ->
          text(
              "An image cannot be pulled; it is tried again ever less often.",
              "Check the image's name and tag and that the cluster may pull it, then"
                  + " update the workspace.");
      case INVALID_IMAGE_NAME ->
          text(
              "What is given as an image is no image's name.",
              "Correct the image's name, then update the workspace.");
      case ERR_IMAGE_NEVER_PULL ->
          text(
              "The image is not on the node and may not be pulled.",
              "Allow the image to be pulled or bring it to the nodes, then update the"
                  + " workspace.");
      case IMAGE_INSPECT_ERROR ->
          text(
              "The image on the node cannot be read.",
              "Check the image's name and tag and that the cluster may pull it, then"
                  + " update the workspace.");
      case UNSCHEDULABLE ->
          text(
              "No node has room for a pod or is allowed for it; fatal when that lasts.",
              "Wait while nodes are added; if none come, ask for less or for more nodes.");
      case NODE_SCALING_UP ->
          text("The autoscaler is adding a node for a pod.", "Wait: a node is on its way.");
      case SCHEDULING_GATED ->
          text(
              "A pod may not be scheduled before its scheduling gates are taken off.",
              "Wait for whoever set the gates; nothing else takes them off.");
      case QUOTA_EXCEEDED ->
          text(
              "A quota of the namespace leaves no room for a pod.",
              "Delete what is not needed any more or ask for a larger quota; it goes on by"
                  + " itself then.");
      case CLAIM_PENDING -> text("A claim has no volume yet.", "Wait: a volume is being made.");
      case PROVISIONING_FAILED ->
          text(
              "A volume for a claim could not be made; it is tried again.",
              "Check the claim's storage class and size and what the storage has left.");
      case CLAIM_LOST ->
          text(
              "The volume behind a claim is gone.",
              "Its volume is gone: restore it, or create the workspace anew.");
      case FAILED_ATTACH_VOLUME ->
          text(
              "A volume cannot be attached to the pod's node.",
              "Wait until other pods have let go of the volume; if none holds it, ask the"
                  + " cluster's administrator.");
      case FAILED_MOUNT ->
          text(
              "A volume cannot be mounted into a pod.",
              "Check that the secrets, config maps and claims exist that the pod mounts;"
                  + " it is tried again by itself.");
      case CREATE_CONTAINER_CONFIG_ERROR ->
          text(
              "A container asks for a config map, a secret or a user that cannot be had.",
              "Check the names of the config maps, secrets and volumes that the container"
                  + " asks for, then update the workspace.");
      case CREATE_CONTAINER_ERROR ->
          text(
              "A container cannot be created as it is described.",
              "Check the command, the mounts and the security settings of the container,"
                  + " then update the workspace.");
      case RUN_CONTAINER_ERROR ->
          text(
              "A container cannot be started; it is tried again.",
              "Check the container's command and mounts.");
      case START_ERROR ->
          text(
              "A container's command cannot be run; it is tried again.",
              "Check the container's command and that its image has it.");
      case CONTAINER_CANNOT_RUN ->
          text(
              "A container's command cannot be run; it is tried again.",
              "Check the container's command and that its image has it.");
      case FAILED_CREATE ->
          text(
              "The cluster refuses a controller's pods; it is tried again.",
              "Check what the cluster refuses; it is tried again by itself.");
      case PENDING -> text("A pod has not been started yet.", ReasonKind.WAITING.wayOn());
      case INITIALIZING ->
          text(
              "An init container is at work.",
              "Wait; if it lasts, read the init container's log: it may be waiting for"
                  + " another service.");
      case CONTAINER_CREATING -> text("A container is being created.", ReasonKind.WAITING.wayOn());
      case CONTAINER_STARTING ->
          text("A container runs, and its probes still have tries.", ReasonKind.WAITING.wayOn());
      case CRASH_LOOP_BACK_OFF ->
          text(
              "A container ends again and again; the pauses before its restarts grow.",
              "Read the container's log; the restarts go on with growing pauses.");
      case ERROR ->
          text(
              "A container has ended with a failure and is about to be restarted.",
              "Read the container's log; the restarts go on with growing pauses.");
      case COMPLETED ->
          text(
              "A container that should run has ended without a failure.",
              "Check the container's command: it should go on for as long as the workspace"
                  + " lives.");
      case TERMINATED ->
          text(
              "A container has ended, and the cluster does not say why.",
              "Read the container's log; the restarts go on with growing pauses.");
      case FAILED ->
          text(
              "A pod has failed that nothing starts again.",
              "Read the pod's log, then update the workspace.");
      case OOM_KILLED ->
          text(
              "A container took more memory than it may and was ended.",
              "Give the container more memory, or its program less to do.");
      case UNHEALTHY ->
          text(
              "A container runs, but its probe does not succeed.",
              "Read the container's log and check its probe; it is probed for as long as"
                  + " it runs.");
      case CONTAINERS_NOT_READY ->
          text(
              "A pod has containers that are not ready.",
              "Wait and see; if it lasts, read the logs of its containers.");
      case READINESS_GATES_NOT_READY ->
          text(
              "The containers are ready; something outside of the pod has to agree.",
              "Wait for whatever sets the condition that the gate asks for, often a load"
                  + " balancer.");
      case NOT_READY ->
          text("The containers are ready, but the pod is not.", ReasonKind.RECOVERABLE.wayOn());
      case ROLLOUT_IN_PROGRESS ->
          text("A controller is bringing its pods up to date.", ReasonKind.WAITING.wayOn());
      case PROGRESS_DEADLINE_EXCEEDED ->
          text(
              "A deployment's pods were not available within its deadline.",
              "Look at the reasons of its pods; the rollout goes on when they end.");
      case SETTLING ->
          text(
              "All is as it should be, and has to stay so for the settle time.",
              ReasonKind.WAITING.wayOn());
      case JOB_RUNNING ->
          text(
              "A job has not completed yet.", "Wait; if it lasts, read the log of the job's pods.");
      case JOB_RETRYING ->
          text(
              "A job has failed and is tried again.",
              "Read the log of the job's pods; it is tried again by itself, after pauses that"
                  + " grow.");
      case JOB_SUSPENDED ->
          text("A job is suspended.", "Resume the job; it does not go on by itself.");
      case JOB_FAILED ->
          text(
              "A job has failed and is not tried again.",
              "Read the log of the job's pods, then update the workspace.");
      case NODE_NOT_READY ->
          text(
              "The node under a pod does not answer.",
              "Wait for the node, or for its pods to be started elsewhere.");
      case EVICTED ->
          text(
              "A node that ran out of something put out a pod that nothing starts again.",
              "Ask for what the pod needs, or for larger nodes, then update the workspace.");
      case LOAD_BALANCER_PENDING ->
          text(
              "A load balancer has no address yet.",
              "Wait; if none comes, check that the cluster makes load balancers and has"
                  + " addresses left.");
      case SYNC_LOAD_BALANCER_FAILED ->
          text(
              "A load balancer could not be made; it is tried again.",
              "Check what the message names; it is tried again by itself.");
      case NO_ENDPOINTS ->
          text(
              "A service leads to no pod.",
              "Check that the service's selector is what its pods are labelled with.");
      case FAILED_CREATE_POD_SANDBOX ->
          text(
              "A pod's network cannot be set up; it is tried again.",
              "Wait and see; if it lasts, ask the cluster's administrator about the node's"
                  + " network.");
      case CLUSTER_UNREACHABLE ->
          text(
              "The cluster has not been heard of for a while; how the workspace is cannot be seen.",
              "Wait; if it lasts, ask the cluster's administrator. It shows by itself when the"
                  + " cluster answers again.");
      case CLUSTER_UNKNOWN ->
          text(
              "The workspace is to live in a cluster that nobody has told the way to.",
              "Check the name in clusterStack; if it is right, make that cluster's workspace"
                  + " first.");
      case NAMESPACE_MISSING ->
          text(
              "The workspace's namespace is not there.",
              "Wait; if somebody deleted it, update the workspace to make it anew.");
      case TERMINATING ->
          text(
              "An object that is needed, or all of it, is being deleted.",
              "Wait; if it was not meant to go, update the workspace to make it anew.");
      case PROVISIONING ->
          text("The backend's program is at work.", "Wait: its program is still at work.");
      case NO_WORKLOAD ->
          text(
              "Nothing runs in the workspace.",
              "Wait; if it stays so, check that its parameters do not leave everything out.");
    };
  }

  private static ReadinessText text(String meaning, String wayOn) {
    return new ReadinessText(meaning, wayOn);
  }
}
