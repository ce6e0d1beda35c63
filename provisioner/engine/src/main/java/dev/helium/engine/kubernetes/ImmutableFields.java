package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.BooleanValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.PropertyChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fields that cannot change in place, as the provider plugin lists them, and some that it
 * leaves to the API server to refuse.
 */
final class ImmutableFields {
  private static final List<String> IDENTITY = List.of("metadata.name", "metadata.namespace");
  private static final List<String> SELECTOR = List.of("spec.selector");
  private static final List<String> CONTENT = List.of("type", "stringData", "data");
  private static final List<String> MAP = List.of("binaryData", "data");

  private static final Map<String, List<String>> BY_KIND =
      Map.ofEntries(
          Map.entry("apps/DaemonSet", SELECTOR),
          Map.entry("apps/Deployment", SELECTOR),
          Map.entry("apps/ReplicaSet", SELECTOR),
          Map.entry(
              "apps/StatefulSet",
              below(
                  "spec",
                  "podManagementPolicy revisionHistoryLimit selector serviceName"
                      + " volumeClaimTemplates")),
          Map.entry(
              "batch/Job",
              below("spec", "completionMode completions parallelism selector template")),
          Map.entry("rbac.authorization.k8s.io/RoleBinding", List.of("roleRef")),
          Map.entry("rbac.authorization.k8s.io/ClusterRoleBinding", List.of("roleRef")),
          Map.entry("storage.k8s.io/StorageClass", List.of("parameters", "provisioner")),
          Map.entry(
              "/PersistentVolume",
              below(
                  "spec",
                  "awsElasticBlockStore azureDisk azureFile cephfs cinder csi fc flexVolume flocker"
                      + " gcePersistentDisk glusterfs hostPath iscsi local nfs photonPersistentDisk"
                      + " portworxVolume quobyte rbd scaleIO storageos vsphereVolume")),
          Map.entry(
              "/PersistentVolumeClaim",
              below("spec", "accessModes selector storageClassName volumeMode volumeName")),
          Map.entry("/Pod", podFields()),
          Map.entry("/ResourceQuota", List.of("spec.scopes")),
          Map.entry("/Secret", List.of("type")),
          Map.entry("/Service", List.of("spec.clusterIP")));

  private final List<ObjectPath> fields;

  private ImmutableFields(List<String> fields) {
    this.fields = fields.stream().map(ObjectPath::parse).toList();
  }

  /** The fields of a patch of an object that something else made. */
  static ImmutableFields ofPatch() {
    return new ImmutableFields(IDENTITY);
  }

  /** The fields of an object, given whether content may change in place at all. */
  static ImmutableFields of(ObjectValue object, boolean configMapMutable, boolean secretMutable) {
    var apiVersion = object.text("apiVersion");
    var slash = apiVersion.indexOf('/');
    var kind = (slash < 0 ? "" : apiVersion.substring(0, slash)) + "/" + object.text("kind");
    var frozen = object.get("immutable") instanceof BooleanValue(var value) && value;
    var own =
        switch (kind) {
          case "/ConfigMap" -> configMapMutable && !frozen ? List.<String>of() : MAP;
          case "/Secret" -> secretMutable && !frozen ? BY_KIND.get(kind) : CONTENT;
          default -> BY_KIND.getOrDefault(kind, List.of());
        };
    return new ImmutableFields(Stream.concat(IDENTITY.stream(), own.stream()).toList());
  }

  /** True when the change needs a new object. */
  boolean forbid(ObjectChange change) {
    return fields.stream().anyMatch(field -> isTouched(field, change))
        || (change.kind() == Kind.DELETE && change.path().toString().equals("metadata"));
  }

  private static boolean isTouched(ObjectPath field, ObjectChange change) {
    return field.covers(change.path())
        || (change.kind() != Kind.DELETE
            && change.path().covers(field)
            && contains(change.after(), field.below(change.path())));
  }

  private static boolean contains(PropertyValue value, List<String> path) {
    if (path.isEmpty()) {
      return !(value instanceof NullValue);
    }
    var rest = path.subList(1, path.size());
    return switch (value) {
      case ObjectValue object -> contains(object.get(path.getFirst()), rest);
      case ListValue(var elements) -> elements.stream().anyMatch(each -> contains(each, rest));
      default -> false;
    };
  }

  private static List<String> podFields() {
    var fields =
        new ArrayList<>(
            below(
                "spec",
                "affinity automountServiceAccountToken dnsConfig dnsPolicy enableServiceLinks"
                    + " hostAliases hostIPC hostNetwork hostPID hostname imagePullSecrets nodeName"
                    + " nodeSelector overhead preemptionPolicy priority priorityClassName"
                    + " readinessGates restartPolicy runtimeClassName schedulerName"
                    + " securityContext serviceAccount serviceAccountName shareProcessNamespace"
                    + " subdomain terminationGracePeriodSeconds volumes"));
    for (var containers : List.of("spec.containers[*]", "spec.initContainers[*]")) {
      fields.addAll(
          below(
              containers,
              "args command env image imagePullPolicy lifecycle livenessProbe ports"
                  + " readinessProbe resources securityContext stdin stdinOnce"
                  + " terminationMessagePath terminationMessagePolicy tty volumeDevices"
                  + " volumeMounts workingDir"));
    }
    return List.copyOf(fields);
  }

  private static List<String> below(String parent, String names) {
    return Stream.of(names.split(" ", -1)).map(name -> parent + "." + name).toList();
  }
}
