package dev.helium.cluster.component;

/** The five programs of a local cluster, in the order in which they start. */
public enum Component implements Program {
  ETCD("etcd"),
  KUBE_APISERVER("kube-apiserver"),
  KUBE_CONTROLLER_MANAGER("kube-controller-manager"),
  KUBE_SCHEDULER("kube-scheduler"),
  KWOK("kwok");

  private final String program;

  Component(String program) {
    this.program = program;
  }

  /** The name of the executable, which also names its log and its process record. */
  @Override
  public String program() {
    return program;
  }
}
