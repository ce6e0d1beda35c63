package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.provider.Difference;
import io.fabric8.kubernetes.api.model.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the settings of one provider over time. Another cluster means that its objects are made
 * anew; a cluster has no name of its own, so what the kubeconfig says about it stands for it.
 */
final class ProviderDifference {
  private static final String IDENTIFIER = "clusterIdentifier";
  private static final List<String> PLACE = List.of("kubeconfig", "context", "cluster");

  private ProviderDifference() {}

  static Difference between(ObjectValue recorded, ObjectValue wanted) {
    var before = SecretMarks.reveal(recorded);
    var after = SecretMarks.reveal(wanted);
    var changed =
        InputDifference.between(before, after).stream()
            .map(change -> change.path().segments().getFirst())
            .distinct()
            .toList();
    if (changed.isEmpty()) {
      return Difference.NONE;
    }
    return Difference.of(changed, replaces(before, after, changed), false);
  }

  private static List<String> replaces(
      ObjectValue before, ObjectValue after, List<String> changed) {
    var isNamed = isSet(after, IDENTIFIER);
    if (isNamed && before.get(IDENTIFIER).equals(after.get(IDENTIFIER))) {
      return List.of();
    }
    var replaces = new ArrayList<String>();
    if (isNamed && isSet(before, IDENTIFIER)) {
      replaces.add(IDENTIFIER);
    }
    for (var name : PLACE) {
      if (after.get(name) instanceof UnknownValue) {
        replaces.add(name);
        return replaces;
      }
    }
    if (isElsewhere(before, after)) {
      PLACE.stream().filter(changed::contains).forEach(replaces::add);
    }
    return replaces;
  }

  private static boolean isElsewhere(ObjectValue before, ObjectValue after) {
    var old = cluster(before);
    var now = cluster(after);
    return old.isPresent() && now.isPresent() && !old.equals(now);
  }

  private static Optional<Cluster> cluster(ObjectValue settings) {
    var kubeconfig = ProviderSettings.kubeconfig(settings);
    return kubeconfig.isEmpty()
        ? Optional.empty()
        : KubeconfigFile.activeCluster(
            KubeconfigSource.text(kubeconfig), settings.text("context"), settings.text("cluster"));
  }

  private static boolean isSet(ObjectValue settings, String name) {
    return !(settings.get(name) instanceof NullValue);
  }
}
