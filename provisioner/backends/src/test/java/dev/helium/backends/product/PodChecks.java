package dev.helium.backends.product;

import dev.helium.backends.schema.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what the containers of a pod name is in that pod. */
final class PodChecks {
  private final List<String> broken = new ArrayList<>();
  private final List<ObjectTree> objects;

  PodChecks(List<ObjectTree> objects) {
    this.objects = objects;
  }

  List<String> broken() {
    objects.stream().filter(object -> object.podTemplate().isPresent()).forEach(this::pod);
    return broken;
  }

  private void pod(ObjectTree object) {
    String title = SelectionChecks.title(object);
    Map<String, Object> pod = Pods.of(object);
    Set<String> volumes = new HashSet<>();
    Pods.maps(pod, "volumes").forEach(volume -> volumes.add(String.valueOf(volume.get("name"))));
    object
        .otherTemplates()
        .forEach(
            claim -> volumes.add(String.valueOf(Trees.find(claim, "metadata.name").orElse(""))));
    Set<String> names = new HashSet<>();
    Set<String> mounted = new HashSet<>();
    for (Map<String, Object> container : Pods.containers(pod)) {
      String who = title + ": the container " + container.get("name");
      if (!names.add(String.valueOf(container.get("name")))) {
        broken.add(who + " is there twice");
      }
      for (Map<String, Object> mount : Pods.maps(container, "volumeMounts")) {
        mounted.add(String.valueOf(mount.get("name")));
        if (!volumes.contains(String.valueOf(mount.get("name")))) {
          broken.add(who + " mounts " + mount.get("name") + ", which there is not");
        }
      }
      probes(who, container);
      twice(who, container, "env", "name");
      twice(who, container, "volumeMounts", "mountPath");
    }
    volumes.stream()
        .filter(volume -> !mounted.contains(volume))
        .forEach(volume -> broken.add(title + " has the volume " + volume + " that nobody mounts"));
  }

  private void probes(String who, Map<String, Object> container) {
    Set<String> ports = SelectionChecks.ports(List.of(container));
    for (String probe : List.of("readinessProbe", "livenessProbe", "startupProbe")) {
      for (String way : List.of("httpGet.port", "tcpSocket.port", "grpc.port")) {
        Trees.find(container, probe + "." + way)
            .map(String::valueOf)
            .filter(port -> !ports.contains(port))
            .ifPresent(port -> broken.add(who + " is asked at a port it does not have: " + port));
      }
    }
  }

  private void twice(String who, Map<String, Object> container, String list, String key) {
    Set<String> seen = new HashSet<>();
    for (Map<String, Object> each : Pods.maps(container, list)) {
      if (!seen.add(String.valueOf(each.get(key)))) {
        broken.add(who + " has " + each.get(key) + " twice");
      }
    }
  }
}
