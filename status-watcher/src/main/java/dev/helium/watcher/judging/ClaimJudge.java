package dev.helium.watcher.judging;

import dev.helium.domain.ReadinessCode;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import java.util.List;

/** A claim is fine when it is bound. */
public final class ClaimJudge implements Judge<PersistentVolumeClaim> {
  @Override
  public Finding judge(PersistentVolumeClaim claim, Tag tag) {
    ObjectKey key = ObjectKey.of(claim);
    return new Finding(key, tag, new Part.Attachment(), symptoms(claim, new Symptoms(key)), "");
  }

  private static List<Symptom> symptoms(PersistentVolumeClaim claim, Symptoms symptoms) {
    if (Judge.isDeleting(claim)) {
      return List.of(symptoms.terminating());
    }
    PersistentVolumeClaimStatus status = claim.getStatus();
    return switch (status == null ? "" : Judge.text(status.getPhase())) {
      case "Bound" -> List.of();
      case "Lost" -> List.of(symptoms.of(ReadinessCode.CLAIM_LOST, "the volume behind it is gone"));
      default -> List.of(symptoms.of(ReadinessCode.CLAIM_PENDING, "no volume is bound to it yet"));
    };
  }
}
