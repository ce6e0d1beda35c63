package dev.helium.watcher.benchmark;

import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The workspaces that are watched, by number, and their objects as the API server takes them. */
record Fleet(int workspaces, int nodes) {
  static final int PODS = 3;
  private static final int PODS_PER_NODE = 1_000;
  private static final String PREFIX = "measured-";
  private static final String IMAGE = "registry.example/web:1";

  /** Before anything turned not ready, so that no pod counts as one that is only starting. */
  private static final String STARTED = "2026-01-01T00:00:00Z";

  static Fleet of(int workspaces) {
    return new Fleet(workspaces, Math.ceilDiv(workspaces * PODS, PODS_PER_NODE));
  }

  static int podsPerNode() {
    return PODS_PER_NODE;
  }

  int pods() {
    return workspaces * PODS;
  }

  static String name(int workspace) {
    return PREFIX + workspace;
  }

  static WorkspaceId id(int workspace) {
    return new WorkspaceId(name(workspace));
  }

  static int number(String name) {
    return Integer.parseInt(name.substring(PREFIX.length()));
  }

  static String path(int workspace, int pod) {
    return "/api/v1/namespaces/" + name(workspace) + "/pods/web-" + pod;
  }

  static String statusPath(int workspace, int pod) {
    return path(workspace, pod) + "/status";
  }

  static String namespace(int workspace) {
    return """
    {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"%1$s","labels":{
    "helium.dev/workspace":"%1$s","helium.dev/incarnation":"1"}}}
    """
        .formatted(name(workspace));
  }

  /** Without a controller, and on a node from the start: nobody else is to be waited for. */
  String pod(int workspace, int pod) {
    return """
    {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-%2$d","labels":{"app":"web",
    "helium.dev/workspace":"%1$s","helium.dev/incarnation":"1"}},
    "spec":{"nodeName":"helium-node-%3$d","automountServiceAccountToken":false,
    "terminationGracePeriodSeconds":0,"containers":[{"name":"web","image":"%4$s",
    "ports":[{"containerPort":8080}],
    "env":[{"name":"WORKSPACE","value":"%1$s"},{"name":"LOG_LEVEL","value":"info"}],
    "readinessProbe":{"httpGet":{"path":"/ready","port":8080},"periodSeconds":5},
    "resources":{"requests":{"cpu":"10m","memory":"32Mi"}}}]}}
    """
        .formatted(name(workspace), pod, (workspace * PODS + pod) % nodes, IMAGE);
  }

  /** A status as a kubelet writes it when the pod's probe succeeds again, or does not any more. */
  static String readiness(boolean ready) {
    return """
    {"status":{"conditions":[%s,%s],"containerStatuses":[{"name":"web","image":"%s","imageID":"",
    "ready":%b,"restartCount":0,"started":true,"state":{"running":{"startedAt":"%s"}}}]}}
    """
        .formatted(
            condition("Ready", ready), condition("ContainersReady", ready), IMAGE, ready, STARTED);
  }

  private static String condition(String type, boolean ready) {
    return """
    {"type":"%s","status":"%s","reason":%s,"message":%s,"lastTransitionTime":"%s"}\
    """
        .formatted(
            type,
            ready ? "True" : "False",
            ready ? "null" : "\"ContainersNotReady\"",
            ready ? "null" : "\"containers with unready status: [web]\"",
            Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }
}
