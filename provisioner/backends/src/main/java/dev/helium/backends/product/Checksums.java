package dev.helium.backends.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.helium.backends.schema.Trees;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Has pods start anew when a config map or secret that they use changes: their template bears a
 * checksum of what they use. It is keyed with a secret of the workspace, so that nobody who reads
 * it can try passwords on it.
 */
final class Checksums {
  static final String ANNOTATION = "helium.dev/checksum";
  static final GeneratedSecret KEY = new GeneratedSecret.Hexadecimal("checksum-key", 32);

  /** Jobs run once, and their templates are fixed. */
  private static final Set<String> RESTARTED = Set.of("Deployment", "StatefulSet", "DaemonSet");

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 32;
  private static final ObjectMapper SORTED =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private final String key;
  private final Map<String, Map<String, Object>> contents = new TreeMap<>();

  /**
   * @param objects of the workspace, as the product tells them
   */
  Checksums(List<ObjectTree> objects, Secrets secrets) {
    this.key = secrets.value(KEY.name());
    for (ObjectTree object : objects) {
      if (object.kind().equals("ConfigMap") || object.kind().equals("Secret")) {
        Map<String, Object> content = new TreeMap<>(object.tree());
        content.remove("metadata");
        contents.put(object.kind() + "/" + object.name(), content);
      }
    }
  }

  void put(ObjectTree object) {
    if (RESTARTED.contains(object.kind())) {
      object
          .podTemplate()
          .ifPresent(
              template -> {
                Map<String, Object> used = new TreeMap<>();
                for (String reference : PodReferences.of(template.get("spec"))) {
                  if (contents.containsKey(reference)) {
                    used.put(reference, contents.get(reference));
                  }
                }
                if (!used.isEmpty()) {
                  Map<String, Object> metadata = Trees.inner(template, "metadata");
                  Trees.inner(metadata, "annotations").put(ANNOTATION, checksum(used));
                }
              });
    }
  }

  private String checksum(Map<String, Object> used) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of()
          .formatHex(mac.doFinal(SORTED.writeValueAsBytes(used)))
          .substring(0, LENGTH);
    } catch (NoSuchAlgorithmException | InvalidKeyException | JsonProcessingException impossible) {
      throw new IllegalStateException("a checksum that cannot be made", impossible);
    }
  }
}
