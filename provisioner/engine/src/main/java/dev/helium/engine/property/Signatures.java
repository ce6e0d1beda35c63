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

  /** Marks a file, a text or a remote file. */
  public static final String ASSET = "c44067f5952c0a294b673a41bacd8c17";

  /** Marks a collection of files. */
  public static final String ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

  /** Marks a number that JSON cannot say. */
  public static final String NUMBER = "8ad145fe-0d11-4827-bfd7-1abcbf086f5c";

  /** Marks bytes that are no text. */
  public static final String BYTES = "803fd3297a5875dc03ca845dda5d2a98";

  /** Stands for a value that is not known yet. */
  public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private Signatures() {}
}
