package dev.helium.gateway.workspaces;

import dev.helium.domain.Reason;

/** What a person can do about a reason not to be ready, in one sentence. */
final class ReasonAdvice {
  private ReasonAdvice() {}

  static String of(Reason reason) {
    return switch (reason.code()) {
      case "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "ImageInspectError" ->
          "Check the image's name and tag and that the cluster may pull it, then update the"
              + " workspace.";
      case "CreateContainerConfigError", "CreateContainerError" ->
          "Check the names of the config maps, secrets and volumes that the container asks for,"
              + " then update the workspace.";
      case "OOMKilled" -> "Give the container more memory, or its program less to do.";
      case "CrashLoopBackOff", "Error" ->
          "Read the container's log; the restarts go on with growing pauses.";
      case "Unhealthy" ->
          "Read the container's log and check its probe; it is probed for as long as it runs.";
      case "QuotaExceeded" ->
          "Delete what is not needed any more or ask for a larger quota; it goes on by itself then.";
      case "FailedCreate" -> "Check what the cluster refuses; it is tried again by itself.";
      case "ProgressDeadlineExceeded" ->
          "Look at the reasons of its pods; the rollout goes on when they end.";
      case "Unschedulable" ->
          "Wait while nodes are added; if none come, ask for less or for more nodes.";
      case "JobFailed" -> "Read the log of the job's pods, then update the workspace.";
      case "ClaimLost" -> "Its volume is gone: restore it, or create the workspace anew.";
      case "NodeNotReady" -> "Wait for the node, or for its pods to be started elsewhere.";
      case "Provisioning" -> "Wait: its program is still at work.";
      default -> byKind(reason);
    };
  }

  private static String byKind(Reason reason) {
    return switch (reason.kind()) {
      case WAITING -> "Wait: time alone is expected to end it.";
      case RECOVERABLE -> "Wait and see: it may mend itself; if not, read the object's events.";
      case FATAL -> "Correct what the message names, then update the workspace.";
    };
  }
}
