package dev.helium.backends.helm.release;

import dev.helium.backends.schema.Trees;
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
 * Has pods start anew where their chart wants that and cannot say it any more: a checksum of
 * settings in which something is random is random too, and so is kept as it was. Such pods get
 * another one, of all settings of the release as they are now, keyed so that nobody who reads it
 * can try passwords on it.
 */
public final class Restarts {
  static final String ANNOTATION = "helium.dev/checksum";

  private static final Set<String> SETTINGS = Set.of("ConfigMap", "Secret");
  private static final String ANNOTATIONS = "/spec/template/metadata/annotations/";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 32;

  private Restarts() {}

  /**
   * Marks pod templates in the objects.
   *
   * @param random what was kept, by place
   */
  public static void mark(List<ChartObject> objects, Set<String> random, byte[] key) {
    String checksum = checksum(objects, key);
    for (ChartObject object : objects) {
      String place = "/" + object.title() + ANNOTATIONS;
      boolean wanted = random.stream().anyMatch(each -> each.contains(place));
      if (wanted && Trees.find(object.tree(), "spec.template.metadata.annotations").isPresent()) {
        Map<String, Object> template = Trees.inner(Trees.inner(object.tree(), "spec"), "template");
        Trees.inner(Trees.inner(template, "metadata"), "annotations").put(ANNOTATION, checksum);
      }
    }
  }

  private static String checksum(List<ChartObject> objects, byte[] key) {
    Map<String, Object> settings = new TreeMap<>();
    for (ChartObject object : objects) {
      if (SETTINGS.contains(object.kind())) {
        settings.put(object.namespace() + "/" + object.title(), object.tree());
      }
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(Json.bytes(settings))).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("a checksum that cannot be made", impossible);
    }
  }
}
