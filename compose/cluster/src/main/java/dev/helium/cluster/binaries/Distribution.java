package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.MonitoringProgram;
import dev.helium.cluster.component.Program;
import java.lang.module.ModuleDescriptor.Version;
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
  KWOK("0.8.0", " -X sigs.k8s.io/kwok/pkg/consts.Version=v0.8.0"),
  PROMETHEUS("3.16.0", " -X github.com/prometheus/common/version.Version=3.16.0");

  /** The oldest with all that the rules and the flags here need. */
  private static final String OLDEST_PROMETHEUS = "2.42.0";

  private final String version;
  private final String variables;

  Distribution(String version, String variables) {
    this.version = version;
    this.variables = variables;
  }

  /** The product that a program belongs to. */
  public static Distribution of(Program program) {
    return switch (program) {
      case Component component ->
          switch (component) {
            case ETCD -> ETCD;
            case KUBE_APISERVER, KUBE_CONTROLLER_MANAGER, KUBE_SCHEDULER -> KUBERNETES;
            case KWOK -> KWOK;
          };
      case MonitoringProgram _ -> PROMETHEUS;
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

  /** Major and minor: what a program of a cluster found elsewhere has to share to be taken. */
  String minorVersion() {
    return version.substring(0, version.lastIndexOf('.'));
  }

  /** Whether a program of this version, found elsewhere, is taken. */
  boolean accepts(String found) {
    return switch (this) {
      // Flags and stages fit no other.
      case KUBERNETES, ETCD, KWOK -> found.startsWith(minorVersion() + ".");
      // Flags and rules have stayed the same for years: who has one needs no other.
      case PROMETHEUS -> Version.parse(found).compareTo(Version.parse(OLDEST_PROMETHEUS)) >= 0;
    };
  }

  /** What {@link #accepts} accepts, in words. */
  String accepted() {
    return switch (this) {
      case KUBERNETES, ETCD, KWOK -> minorVersion() + ".x";
      case PROMETHEUS -> OLDEST_PROMETHEUS + " or newer";
    };
  }

  /** What names a folder that holds the programs, and which these are. */
  String directoryVariable() {
    return switch (this) {
      case KUBERNETES, ETCD, KWOK -> Binaries.DIRECTORY_VARIABLE;
      case PROMETHEUS -> Binaries.MONITORING_VARIABLE;
    };
  }

  /** How a person calls all programs of such a folder. */
  String inOneFolder() {
    return switch (this) {
      case KUBERNETES, ETCD, KWOK -> "the five programs";
      case PROMETHEUS -> "prometheus and promtool";
    };
  }

  List<Program> programs() {
    return Program.all().stream().filter(program -> of(program) == this).toList();
  }

  static String goPackage(Program program) {
    return switch (program) {
      case Component component ->
          switch (component) {
            case ETCD -> "go.etcd.io/etcd/server/v3";
            case KUBE_APISERVER, KUBE_CONTROLLER_MANAGER, KUBE_SCHEDULER ->
                "k8s.io/kubernetes/cmd/" + component.program();
            case KWOK -> "sigs.k8s.io/kwok/cmd/kwok";
          };
      case MonitoringProgram monitoring ->
          "github.com/prometheus/prometheus/cmd/" + monitoring.program();
    };
  }

  /** Tags of the build, with commas. */
  String buildTags() {
    return switch (this) {
      case KUBERNETES, ETCD, KWOK -> "";
      // Targets stand in files here; the clients of twenty clouds are a third of the build.
      case PROMETHEUS -> "remove_all_sd";
    };
  }

  /** Without symbol tables, which takes a third off; stack traces keep their names without them. */
  String linkerFlags() {
    return "-s -w" + variables;
  }
}
