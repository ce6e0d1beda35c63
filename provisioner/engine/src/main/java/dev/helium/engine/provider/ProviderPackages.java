package dev.helium.engine.provider;

/** Finds packages, for the length of one run. */
public interface ProviderPackages extends AutoCloseable {
  /**
   * A package; a failure says how it can be had.
   *
   * @param version the version asked for, empty for any
   * @param downloadUrl where the program says it comes from, empty for the usual place
   */
  ProviderPackage find(String name, String version, String downloadUrl);

  /** Refuses a resource type that the package of its name does not manage here. */
  void requireSupported(String type);

  @Override
  void close();
}
