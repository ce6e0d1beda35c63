package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Component;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A released product, its pinned version and how its own release scripts build it. */
public enum Distribution {
  KUBERNETES(
      "1.36.3",
      " -X k8s.io/component-base/version.gitVersion=v1.36.3"
          + " -X k8s.io/component-base/version.gitMajor=1"
          + " -X k8s.io/component-base/version.gitMinor=36"),
  ETCD("3.7.3", ""),
  KWOK("0.8.0", " -X sigs.k8s.io/kwok/pkg/consts.Version=v0.8.0");

  private final String version;
  private final String variables;

  Distribution(String version, String variables) {
    this.version = version;
    this.variables = variables;
  }

  /** The product that a program belongs to. */
  public static Distribution of(Component component) {
    return switch (component) {
      case ETCD -> ETCD;
      case KUBE_APISERVER, KUBE_CONTROLLER_MANAGER, KUBE_SCHEDULER -> KUBERNETES;
      case KWOK -> KWOK;
    };
  }

  /** Lower case, as folders and resources are named. */
  public String directoryName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Without a leading v. */
  public String version() {
    return version;
  }

  /** Major and minor: what a program found elsewhere has to share to be taken. */
  String minorVersion() {
    return version.substring(0, version.lastIndexOf('.'));
  }

  List<Component> components() {
    return Arrays.stream(Component.values()).filter(component -> of(component) == this).toList();
  }

  static String goPackage(Component component) {
    return switch (component) {
      case ETCD -> "go.etcd.io/etcd/server/v3";
      case KUBE_APISERVER, KUBE_CONTROLLER_MANAGER, KUBE_SCHEDULER ->
          "k8s.io/kubernetes/cmd/" + component.program();
      case KWOK -> "sigs.k8s.io/kwok/cmd/kwok";
    };
  }

  /** Without symbol tables, which takes a third off; stack traces keep their names without them. */
  String linkerFlags() {
    return "-s -w" + variables;
  }
}
