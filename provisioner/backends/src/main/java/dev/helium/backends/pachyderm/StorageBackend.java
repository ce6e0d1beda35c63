package dev.helium.backends.pachyderm;

/** Where pachd keeps its data, in the words of its settings. */
enum StorageBackend {
  MINIO,
  GOOGLE,
  AMAZON,
  MICROSOFT,
  LOCAL;

  private static final String CUSTOM = "CUSTOM";

  /** Any S3 server that says no more of itself is spoken to as MinIO. */
  static StorageBackend of(String deployTarget) {
    return CUSTOM.equals(deployTarget) ? MINIO : valueOf(deployTarget);
  }
}
