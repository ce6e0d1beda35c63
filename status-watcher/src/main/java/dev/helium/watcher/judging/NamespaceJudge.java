package dev.helium.watcher.judging;

import io.fabric8.kubernetes.api.model.Namespace;
import java.util.List;

/** A namespace is fine until it is deleted. */
public final class NamespaceJudge implements Judge<Namespace> {
  @Override
  public Finding judge(Namespace namespace, Tag tag) {
    ObjectKey key = ObjectKey.of(namespace);
    List<Symptom> symptoms =
        Judge.isDeleting(namespace) ? List.of(new Symptoms(key).terminating()) : List.of();
    return new Finding(key, tag, new Part.Home(), symptoms, "");
  }
}
