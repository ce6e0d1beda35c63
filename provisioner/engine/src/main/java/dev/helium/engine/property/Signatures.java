package dev.helium.engine.property;

/** The keys by which Pulumi marks special values inside plain objects. */
public final class Signatures {
  /** The field that holds the mark. */
  public static final String KEY = "4dabf18193072939515e22adb298388d";

  /** Marks a secret. */
  public static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

  /** Marks a reference to a resource. */
  public static final String REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";

  /** Marks an output value with its dependencies. */
  public static final String OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

  /** Stands for a value that is not known yet. */
  public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private Signatures() {}
}
