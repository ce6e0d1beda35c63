package dev.helium.backends;

import dev.helium.backends.schema.Trees;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a backend is and takes, as the file {@code backend.yaml} beside its code says.
 *
 * @param summary what it makes, in one sentence
 * @param parameters a JSON Schema (2020-12) of an object, without references
 * @param profiles values that are laid over the defaults, by the name that profile in the values
 *     has; none for a backend without profiles
 * @param fields paths of values (names between dots) by the request fields that set them
 * @param ignored request fields that it takes without any effect
 * @param infrastructure a JSON Schema of the infrastructure file; empty when it takes none
 * @param security the pod security standard that all its pods keep to
 * @param ready what must be ready, in the order in which it starts
 * @param outputs what comes out, by the name of the field that shows it: a sentence each
 * @param page for its users, in Markdown, as the file {@code README.md} beside it says; empty when
 *     there is none
 */
public record Manifest(
    String name,
    String summary,
    Map<String, Object> parameters,
    Map<String, Map<String, Object>> profiles,
    Map<String, String> fields,
    Set<String> ignored,
    Map<String, Object> infrastructure,
    PodSecurity security,
    List<String> ready,
    Map<String, String> outputs,
    String page) {

  /**
   * The <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">levels</a>.
   */
  public enum PodSecurity {
    RESTRICTED,
    BASELINE,
    PRIVILEGED
  }

  public Manifest {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(security, "security");
    Objects.requireNonNull(page, "page");
    // In the order of the file.
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    ignored = Set.copyOf(ignored);
    infrastructure = Collections.unmodifiableMap(new LinkedHashMap<>(infrastructure));
    ready = List.copyOf(ready);
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /**
   * The one in a class's package.
   *
   * @throws IllegalStateException when there is none, or it is not as it has to be; it names the
   *     package
   */
  public static Manifest beside(Class<?> backend) {
    return ManifestFile.beside(backend);
  }

  /** Names of all that it takes. */
  public Set<String> names() {
    return Trees.mapOrNone(parameters.get("properties"), "properties").keySet();
  }
}
