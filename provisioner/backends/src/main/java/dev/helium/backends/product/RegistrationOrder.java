package dev.helium.backends.product;

import java.util.List;

/** What is registered before what, so that pods find what they name. */
enum RegistrationOrder {
  /**
   * Accounts, roles, secrets, settings, claims, services and rules: what pods need at their start.
   */
  CONFIGURATION,
  /** What makes pods, and what scales and disturbs them. */
  WORKLOADS;

  private static final List<String> LATER =
      List.of(
          "CronJob",
          "DaemonSet",
          "Deployment",
          "HorizontalPodAutoscaler",
          "Job",
          "Pod",
          "ReplicaSet",
          "StatefulSet");

  static RegistrationOrder of(ObjectTree object) {
    return LATER.contains(object.kind()) ? WORKLOADS : CONFIGURATION;
  }
}
