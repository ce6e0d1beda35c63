package dev.helium.deletion.cluster;

/** A further cluster to which there is a connection. */
record ConnectedCluster(KubernetesInspector inspector, ClusterSurvey survey)
    implements AutoCloseable {
  /** Blocks. */
  @Override
  public void close() {
    survey.close();
    inspector.close();
  }
}
