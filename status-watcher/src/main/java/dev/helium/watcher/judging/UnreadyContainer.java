package dev.helium.watcher.judging;

import dev.helium.domain.ReadinessCode;
import dev.helium.domain.ReasonKind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a container that should be ready is not.
 *
 * @param initializing whether its end is awaited and not its readiness
 * @param lostReadiness when its pod last turned not ready
 */
record UnreadyContainer(
    ContainerStatus status,
    boolean initializing,
    Container wanted,
    Instant lostReadiness,
    Symptoms symptoms) {
  private static final String PULL = "ImagePullBackOff";
  private static final String PULL_ERROR = "ErrImagePull";
  private static final String CRASH_LOOP = "CrashLoopBackOff";
  private static final String OUT_OF_MEMORY = "OOMKilled";
  private static final Set<String> BROKEN_IMAGE =
      Set.of("InvalidImageName", "ErrImageNeverPull", "ImageInspectError");
  private static final Set<String> BROKEN_CONFIGURATION =
      Set.of("CreateContainerConfigError", "CreateContainerError");
  private static final Set<String> STARTING = Set.of("ContainerCreating", "PodInitializing");

  Symptom symptom() {
    ContainerState state = status.getState() == null ? new ContainerState() : status.getState();
    if (state.getWaiting() != null) {
      return waiting(state.getWaiting());
    }
    if (state.getTerminated() != null) {
      return terminated(state.getTerminated());
    }
    if (state.getRunning() != null) {
      return running(state.getRunning());
    }
    return symptoms.of(ReadinessCode.CONTAINER_CREATING, name() + " is being created");
  }

  private Symptom waiting(ContainerStateWaiting waiting) {
    String code = Judge.text(waiting.getReason());
    String message = Judge.text(waiting.getMessage());
    if (code.equals(PULL) || code.equals(PULL_ERROR)) {
      return symptoms.of(
          ReadinessCode.IMAGE_PULL_BACK_OFF, image() + " cannot be pulled" + cause(message));
    }
    if (BROKEN_IMAGE.contains(code)) {
      return symptoms.of(ReasonKind.FATAL, code, image() + " cannot be used" + because(message));
    }
    if (BROKEN_CONFIGURATION.contains(code)) {
      return symptoms.of(ReasonKind.FATAL, code, name() + " cannot be created" + because(message));
    }
    if (code.equals(CRASH_LOOP)) {
      return crashLoop(last().orElseGet(ContainerStateTerminated::new));
    }
    if (code.isEmpty() || STARTING.contains(code)) {
      return symptoms.of(ReadinessCode.CONTAINER_CREATING, name() + " is being created");
    }
    return symptoms.of(
        ReasonKind.RECOVERABLE, code, name() + " cannot be started" + because(message));
  }

  private Symptom crashLoop(ContainerStateTerminated last) {
    return OUT_OF_MEMORY.equals(last.getReason())
        ? outOfMemory(last)
        : symptoms.of(ReadinessCode.CRASH_LOOP_BACK_OFF, name() + restarts() + ending(last));
  }

  /** Its limit stays what it is until somebody changes it. */
  private Symptom outOfMemory(ContainerStateTerminated end) {
    Map<String, Quantity> limits =
        wanted.getResources() == null || wanted.getResources().getLimits() == null
            ? Map.of()
            : wanted.getResources().getLimits();
    String limit =
        limits.containsKey("memory") ? ", its memory limit is " + limits.get("memory") : "";
    return symptoms.of(ReadinessCode.OOM_KILLED, name() + restarts() + ending(end) + limit);
  }

  private Symptom terminated(ContainerStateTerminated terminated) {
    String reason = Judge.text(terminated.getReason());
    if (reason.equals(OUT_OF_MEMORY)) {
      return outOfMemory(terminated);
    }
    return symptoms.of(
        ReasonKind.RECOVERABLE,
        reason.isEmpty() ? ReadinessCode.TERMINATED.word() : reason,
        name() + restarts() + ending(terminated));
  }

  /** A container that was ready and is not any more is unhealthy at once, a new one is not. */
  private Symptom running(ContainerStateRunning running) {
    if (initializing) {
      return symptoms.of(ReadinessCode.INITIALIZING, name() + " is running");
    }
    Instant started = UnreadyPod.instant(running.getStartedAt());
    var unhealthy =
        symptoms.reason(ReadinessCode.UNHEALTHY, name() + " runs, but its probe does not succeed");
    if (started.equals(Instant.MIN) || lostReadiness.isAfter(started)) {
      return new Symptom.Lasting(unhealthy);
    }
    var starting =
        symptoms.reason(
            ReadinessCode.CONTAINER_STARTING, name() + " runs and is about to be probed");
    Duration patience = ProbePatience.of(wanted);
    return new Symptom.Worsening(starting, started.plus(patience), unhealthy);
  }

  private Optional<ContainerStateTerminated> last() {
    return status.getLastState() == null
        ? Optional.empty()
        : Optional.ofNullable(status.getLastState().getTerminated());
  }

  private String name() {
    return (initializing ? "init container " : "container ") + status.getName();
  }

  private String image() {
    String image = Judge.text(wanted.getImage());
    return "image " + (image.isEmpty() ? Judge.text(status.getImage()) : image);
  }

  private String restarts() {
    int restarts = Judge.count(status.getRestartCount());
    return " has been restarted " + restarts + (restarts == 1 ? " time" : " times");
  }

  private static String ending(ContainerStateTerminated last) {
    String reason = Judge.text(last.getReason());
    return reason.isEmpty()
        ? ""
        : ", it ended last with " + reason + " (exit code " + Judge.count(last.getExitCode()) + ")";
  }

  /** Trying and pausing take turns, so only what both of them say is kept. */
  private static String cause(String message) {
    int start = message.indexOf(PULL_ERROR + ": ");
    if (start >= 0) {
      return because(message.substring(start + PULL_ERROR.length() + 2));
    }
    return message.startsWith("Back-off") ? "" : because(message);
  }

  private static String because(String message) {
    return message.isEmpty() ? "" : ": " + message;
  }
}
