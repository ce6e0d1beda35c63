package dev.helium.backends.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What has to hold of the objects of every product. Each check shows all that is broken. */
public final class ObjectChecks {
  private ObjectChecks() {}

  /**
   * Whatever names another object, a key, a volume or a port names one that there is; every service
   * and rule selects pods.
   */
  public static void everyReferenceResolves(List<HasMetadata> objects) {
    everyReferenceResolves(objects, Set.of());
  }

  /**
   * The same.
   *
   * @param existing objects that the values say are there already, such as {@code Secret/mine}, and
   *     {@code Pods of KIND/NAME} where something selects pods that others make
   */
  public static void everyReferenceResolves(List<HasMetadata> objects, Set<String> existing) {
    List<ObjectTree> trees = trees(objects);
    List<String> broken = new ArrayList<>();
    broken.addAll(new NameChecks(trees, existing).broken());
    broken.addAll(new PodChecks(trees).broken());
    broken.addAll(new SelectionChecks(trees, existing).broken());
    assertThat(broken).isEmpty();
  }

  /** No generated secret shows outside of the content of a {@code Secret}, in any writing. */
  public static void noSecretLeaks(List<HasMetadata> objects, Secrets secrets) {
    List<String> leaks = new ArrayList<>();
    for (ObjectTree object : trees(objects)) {
      if (object.kind().equals("Secret")) {
        object.tree().remove("data");
        object.tree().remove("stringData");
      }
      String shown = object.tree().toString();
      secrets
          .values()
          .forEach(
              (name, value) -> {
                String encoded =
                    Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(value.getBytes(StandardCharsets.UTF_8));
                if (shown.contains(value) || shown.contains(encoded)) {
                  leaks.add(SelectionChecks.title(object) + " shows the secret " + name);
                }
              });
    }
    assertThat(leaks).isEmpty();
  }

  /**
   * All pods keep to the pod security standard "restricted".
   *
   * @param exceptions names of controllers that may not keep to it, and do not
   */
  public static void restricted(List<HasMetadata> objects, Set<String> exceptions) {
    List<String> broken = new ArrayList<>();
    Set<String> seen =
        trees(objects).stream()
            .filter(object -> object.podTemplate().isPresent())
            .filter(object -> exceptions.contains(object.name()))
            .filter(object -> !RestrictedChecks.broken(object).isEmpty())
            .map(ObjectTree::name)
            .collect(Collectors.toSet());
    trees(objects).stream()
        .filter(object -> !exceptions.contains(object.name()))
        .forEach(object -> broken.addAll(RestrictedChecks.broken(object)));
    exceptions.stream()
        .filter(name -> !seen.contains(name))
        .forEach(name -> broken.add(name + " is no exception: it keeps to the standard"));
    assertThat(broken).isEmpty();
  }

  private static List<ObjectTree> trees(List<HasMetadata> objects) {
    return objects.stream().map(ObjectTree::of).toList();
  }
}
