package dev.helium.watcher.hearing;

import dev.helium.watcher.judging.ObjectKey;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes from an event what is of use. Pure, and never throws. */
public final class Hearing {
  /** Said of every object that does well, and of no use: not even asked for. */
  public static final Set<String> NOISE =
      Set.of(
          "Scheduled",
          "Pulled",
          "Created",
          "Started",
          "Killing",
          "BackOff",
          "SuccessfulDelete",
          "SuccessfulAttachVolume",
          "ScalingReplicaSet",
          "ExternalProvisioning",
          "Provisioning",
          "ProvisioningSucceeded");

  private static final Map<String, Topic> POD =
      Map.of(
          "TriggeredScaleUp", Topic.SCALING,
          "NotTriggerScaleUp", Topic.SCALING,
          "Pulling", Topic.STARTING,
          "FailedMount", Topic.STARTING,
          "FailedAttachVolume", Topic.STARTING,
          "FailedCreatePodSandBox", Topic.STARTING,
          "Failed", Topic.PULLING,
          "Unhealthy", Topic.PROBING);
  private static final Map<String, Topic> CONTROLLER =
      Map.of("FailedCreate", Topic.CREATION, "SuccessfulCreate", Topic.CREATION);
  private static final Map<String, Map<String, Topic>> TOPICS =
      Map.of(
          "Pod", POD,
          "StatefulSet", CONTROLLER,
          "DaemonSet", CONTROLLER,
          "Job", CONTROLLER,
          "PersistentVolumeClaim",
              Map.of("ProvisioningFailed", Topic.VOLUME, "WaitForFirstConsumer", Topic.VOLUME),
          "Service", Map.of("SyncLoadBalancerFailed", Topic.BALANCING));

  /** A reason for everything that goes wrong with a container; only this one says more. */
  private static final String FAILED_TO_PULL = "Failed to pull image";

  private static final Pattern CONTAINER = Pattern.compile("\\{([^}]+)}");

  private Hearing() {}

  /** Empty for an event that says nothing that an object's own state does not say better. */
  public static Optional<Word> of(Event event) {
    ObjectReference about = event.getInvolvedObject();
    String reason = text(event.getReason());
    String message = text(event.getMessage());
    if (about == null || about.getKind() == null || about.getName() == null) {
      return Optional.empty();
    }
    Topic topic = TOPICS.getOrDefault(about.getKind(), Map.of()).get(reason);
    if (topic == null || (topic == Topic.PULLING && !message.startsWith(FAILED_TO_PULL))) {
      return Optional.empty();
    }
    return Optional.of(
        new Word(
            new ObjectKey(about.getKind(), text(about.getNamespace()), about.getName()),
            topic,
            reason,
            message,
            container(text(about.getFieldPath())),
            at(event)));
  }

  private static String container(String fieldPath) {
    Matcher matcher = CONTAINER.matcher(fieldPath);
    return matcher.find() ? matcher.group(1) : Word.NO_CONTAINER;
  }

  /** Clients fill in different ones of these. */
  private static Instant at(Event event) {
    return Stream.of(
            event.getSeries() == null || event.getSeries().getLastObservedTime() == null
                ? ""
                : text(event.getSeries().getLastObservedTime().getTime()),
            text(event.getLastTimestamp()),
            event.getEventTime() == null ? "" : text(event.getEventTime().getTime()),
            text(event.getMetadata().getCreationTimestamp()))
        .filter(time -> !time.isEmpty())
        .findFirst()
        .map(Hearing::instant)
        .orElse(Instant.EPOCH);
  }

  private static Instant instant(String time) {
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException unreadable) {
      return Instant.EPOCH;
    }
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
