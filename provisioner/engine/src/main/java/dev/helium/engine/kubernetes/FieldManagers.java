package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name under which a resource's fields are owned in the cluster. It follows from the URN, so
 * that after a crash the object itself says whether this stack made it.
 */
final class FieldManagers {
  private static final String PREFIX = "pulumi-kubernetes-";

  private FieldManagers() {}

  /** The manager of a resource: the annotation's, the recorded one, or the URN's own. */
  static String of(String urn, ObjectValue inputs, ObjectValue recordedOutputs) {
    var asked = Fields.annotation(inputs, Fields.FIELD_MANAGER);
    if (!asked.isEmpty()) {
      return asked;
    }
    var recorded = recordedOutputs.text(CheckpointFields.FIELD_MANAGER);
    return recorded.isEmpty() ? PREFIX + hash(urn) : recorded;
  }

  private static String hash(String urn) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(urn.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 8);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }
}
