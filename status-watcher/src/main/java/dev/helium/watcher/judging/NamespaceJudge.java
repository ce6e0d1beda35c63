package dev.helium.watcher.judging;

import io.fabric8.kubernetes.api.model.Namespace;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A namespace is fine until it is deleted. It may say how long its workspace has to settle, and
 * that nothing is to run in it.
 */
public final class NamespaceJudge implements Judge<Namespace> {
  /** An ISO-8601 duration of at most an hour; anything else counts as not said. */
  public static final String SETTLE_ANNOTATION = "helium.dev/settle";

  /** {@code none} when nothing is to run; anything else counts as not said. */
  public static final String WORKLOAD_ANNOTATION = "helium.dev/workload";

  private static final Duration MOST = Duration.ofHours(1);

  @Override
  public Finding judge(Namespace namespace, Tag tag) {
    ObjectKey key = ObjectKey.of(namespace);
    List<Symptom> symptoms =
        Judge.isDeleting(namespace) ? List.of(new Symptoms(key).terminating()) : List.of();
    return new Finding(key, tag, new Part.Home(settle(namespace), bare(namespace)), symptoms, "");
  }

  private static boolean bare(Namespace namespace) {
    return "none".equals(annotations(namespace).get(WORKLOAD_ANNOTATION));
  }

  private static Map<String, String> annotations(Namespace namespace) {
    Map<String, String> annotations = namespace.getMetadata().getAnnotations();
    return annotations == null ? Map.of() : annotations;
  }

  private static Duration settle(Namespace namespace) {
    String text = annotations(namespace).get(SETTLE_ANNOTATION);
    try {
      Duration settle = text == null ? Part.Home.UNSAID : Duration.parse(text);
      return settle.isNegative() || settle.compareTo(MOST) > 0 ? Part.Home.UNSAID : settle;
    } catch (DateTimeException anybodyCanWriteAnnotations) {
      return Part.Home.UNSAID;
    }
  }
}
