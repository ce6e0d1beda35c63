package dev.helium.watcher.hearing;

import dev.helium.domain.ReadinessCode;
import dev.helium.domain.Reason;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.Symptom;
import dev.helium.watcher.judging.Symptoms;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds to a finding what events say beyond it.
 *
 * <p>Only a symptom that leaves open why something waits is made more of: an object that is well,
 * or says itself what it lacks, is believed.
 */
public final class Elaboration {
  /** How long an autoscaler usually gives a node to come. */
  static final Duration NODE_COMES_WITHIN = Duration.ofMinutes(15);

  private static final Pattern PULL_FAILURE =
      Pattern.compile("Failed to pull image \"([^\"]+)\": (.+)", Pattern.DOTALL);

  /** What is behind these may be known; everything else says itself what it means. */
  private static final Map<ReadinessCode, BiFunction<Elaboration, Reason, Optional<Symptom>>> MORE =
      Map.of(
          ReadinessCode.ROLLOUT_IN_PROGRESS, (all, reason) -> all.refused(),
          ReadinessCode.JOB_RUNNING, (all, reason) -> all.refused(),
          ReadinessCode.PENDING, (all, reason) -> all.starting(),
          ReadinessCode.CONTAINER_CREATING, (all, reason) -> all.starting(),
          ReadinessCode.IMAGE_PULL_BACK_OFF, Elaboration::pulling,
          ReadinessCode.UNHEALTHY, (all, reason) -> all.probing(reason).map(Symptom.Lasting::new),
          ReadinessCode.CRASH_LOOP_BACK_OFF, Elaboration::killed,
          ReadinessCode.ERROR, Elaboration::killed,
          ReadinessCode.CLAIM_PENDING, (all, reason) -> all.volume(),
          ReadinessCode.LOAD_BALANCER_PENDING, (all, reason) -> all.balancing());

  private final Finding finding;
  private final Map<Topic, Word> words;
  private final Symptoms symptoms;

  private Elaboration(Finding finding, Map<Topic, Word> words) {
    this.finding = finding;
    this.words = words;
    this.symptoms = new Symptoms(finding.key());
  }

  public static Finding of(Finding finding, Map<Topic, Word> words) {
    return finding.symptoms().isEmpty() || words.isEmpty()
        ? finding
        : new Elaboration(finding, words).elaborated();
  }

  private Finding elaborated() {
    return finding.withSymptoms(finding.symptoms().stream().map(this::elaborate).toList());
  }

  private Symptom elaborate(Symptom symptom) {
    return switch (symptom) {
      case Symptom.Lasting(Reason reason) -> lasting(symptom, reason);
      case Symptom.Worsening worsening -> worsening(worsening);
    };
  }

  private Symptom lasting(Symptom symptom, Reason reason) {
    return ReadinessCode.find(reason.code())
        .map(MORE::get)
        .flatMap(more -> more.apply(this, reason))
        .orElse(symptom);
  }

  private Symptom worsening(Symptom.Worsening symptom) {
    if (symptom.then().code().equals(ReadinessCode.UNHEALTHY.word())) {
      return new Symptom.Worsening(
          symptom.first(), symptom.until(), probing(symptom.then()).orElse(symptom.then()));
    }
    return symptom.then().code().equals(ReadinessCode.UNSCHEDULABLE.word())
        ? word(Topic.SCALING).map(word -> scaling(symptom, word)).orElse(symptom)
        : symptom;
  }

  private Symptom scaling(Symptom.Worsening unschedulable, Word word) {
    if (word.reason().equals("NotTriggerScaleUp")) {
      String answer = "; no node is added for it: " + word.message();
      return new Symptom.Worsening(
          symptoms.withMore(unschedulable.first(), answer),
          unschedulable.until(),
          symptoms.withMore(unschedulable.then(), answer));
    }
    Instant comes = word.at().plus(NODE_COMES_WITHIN);
    return new Symptom.Worsening(
        symptoms.reason(
            ReadinessCode.NODE_SCALING_UP,
            "a node is on its way; until then: " + unschedulable.first().message()),
        comes.isAfter(unschedulable.until()) ? comes : unschedulable.until(),
        unschedulable.then());
  }

  /** A success since then is the newer word. */
  private Optional<Symptom> refused() {
    return word(Topic.CREATION)
        .filter(word -> word.reason().equals("FailedCreate"))
        .map(word -> symptoms.refused(word.message()));
  }

  private Optional<Symptom> starting() {
    return word(Topic.STARTING)
        .map(
            word ->
                switch (word.reason()) {
                  case "FailedMount" -> symptoms.of(ReadinessCode.FAILED_MOUNT, word.message());
                  case "FailedAttachVolume" ->
                      symptoms.of(ReadinessCode.FAILED_ATTACH_VOLUME, word.message());
                  case "FailedCreatePodSandBox" ->
                      symptoms.of(ReadinessCode.FAILED_CREATE_POD_SANDBOX, word.message());
                  default -> symptoms.of(ReadinessCode.IMAGE_PULLING, word.message());
                });
  }

  /** Newer clusters say the cause in the state itself. */
  private Optional<Symptom> pulling(Reason reason) {
    return word(Topic.PULLING)
        .map(word -> PULL_FAILURE.matcher(word.message()))
        .filter(Matcher::matches)
        .filter(match -> reason.message().equals("image " + match.group(1) + " cannot be pulled"))
        .map(match -> new Symptom.Lasting(symptoms.withMore(reason, ": " + match.group(2))));
  }

  private Optional<Reason> probing(Reason reason) {
    return word(Topic.PROBING)
        .filter(word -> concerns(word, reason))
        .map(word -> symptoms.withMore(reason, ": " + ProbeFailure.inWords(word.message())));
  }

  /** A container that its node ends for its probe's sake seems to crash. */
  private Optional<Symptom> killed(Reason reason) {
    return word(Topic.PROBING)
        .filter(word -> ProbeFailure.endsTheContainer(word.message()))
        .filter(word -> concerns(word, reason))
        .map(word -> "; before that " + ProbeFailure.inWords(word.message()))
        .map(more -> new Symptom.Lasting(symptoms.withMore(reason, more)));
  }

  private Optional<Symptom> volume() {
    return word(Topic.VOLUME)
        .map(
            word ->
                word.reason().equals("ProvisioningFailed")
                    ? symptoms.of(ReadinessCode.PROVISIONING_FAILED, word.message())
                    : symptoms.of(
                        ReadinessCode.CLAIM_PENDING,
                        "its volume is made once a pod that uses it has a node"));
  }

  private Optional<Symptom> balancing() {
    return word(Topic.BALANCING)
        .map(word -> symptoms.of(ReadinessCode.SYNC_LOAD_BALANCER_FAILED, word.message()));
  }

  /** Reasons of containers name them. */
  private static boolean concerns(Word word, Reason reason) {
    return word.container().isEmpty()
        || reason.message().contains("container " + word.container() + " ");
  }

  private Optional<Word> word(Topic topic) {
    return Optional.ofNullable(words.get(topic));
  }
}
