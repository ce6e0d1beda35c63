package dev.helium.backends.pachyderm;

import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How pachd and its workers open the object store, under the one name that they look for. */
final class StorageSecret {
  static final String NAME = "pachyderm-storage-secret";
  static final String MINIO_USER = "MINIO_ID";
  static final String MINIO_PASSWORD = "MINIO_SECRET";

  private static final int HASH_LENGTH = 7;

  private StorageSecret() {}

  static List<HasMetadata> objects(Plan plan) {
    return plan.values().has("pachd.storage.existingSecret")
        ? List.of()
        : List.of(KubernetesObjects.secret(NAME, content(plan)));
  }

  /** Empty when data is on a node, or only a secret knows. */
  static String bucket(Plan plan) {
    Values storage = plan.values().at("pachd.storage");
    String given =
        switch (plan.choices().storage()) {
          case MINIO -> said(storage, "minio.bucket");
          case GOOGLE -> said(storage, "google.bucket");
          case AMAZON -> said(storage, "amazon.bucket");
          case MICROSOFT -> said(storage, "microsoft.container");
          case LOCAL -> "";
        };
    return given.isEmpty() && plan.choices().ownStore() ? own(plan.setting()) : given;
  }

  private static Map<String, String> content(Plan plan) {
    Values storage = plan.values().at("pachd.storage");
    return switch (plan.choices().storage()) {
      case MINIO -> minio(plan, storage.at("minio"));
      case GOOGLE ->
          Map.of("GOOGLE_BUCKET", bucket(plan), "GOOGLE_CRED", said(storage, "google.cred"));
      case AMAZON -> amazon(storage.at("amazon"));
      case MICROSOFT ->
          Map.of(
              "MICROSOFT_CONTAINER", bucket(plan),
              "MICROSOFT_ID", said(storage, "microsoft.id"),
              "MICROSOFT_SECRET", said(storage, "microsoft.secret"));
      case LOCAL -> Map.of();
    };
  }

  private static Map<String, String> minio(Plan plan, Values minio) {
    boolean own = plan.choices().ownStore();
    return Map.of(
        "MINIO_BUCKET",
        bucket(plan),
        "MINIO_ENDPOINT",
        own ? ObjectStore.endpoint(plan) : minio.text("endpoint"),
        MINIO_USER,
        plan.given("pachd.storage.minio.id", Keys.STORE_USER),
        MINIO_PASSWORD,
        plan.given("pachd.storage.minio.secret", Keys.STORE_PASSWORD),
        "MINIO_SECURE",
        own ? "false" : minio.text("secure"),
        "MINIO_SIGNATURE",
        said(minio, "signature"));
  }

  private static Map<String, String> amazon(Values amazon) {
    Map<String, String> content = new LinkedHashMap<>();
    content.put("AMAZON_BUCKET", said(amazon, "bucket"));
    content.put("AMAZON_DISTRIBUTION", said(amazon, "cloudFrontDistribution"));
    content.put("AMAZON_ID", said(amazon, "id"));
    content.put("AMAZON_REGION", said(amazon, "region"));
    content.put("AMAZON_SECRET", said(amazon, "secret"));
    content.put("AMAZON_TOKEN", said(amazon, "token"));
    content.put("CUSTOM_ENDPOINT", said(amazon, "customEndpoint"));
    content.put("DISABLE_SSL", amazon.text("disableSSL"));
    content.put("OBJ_LOG_OPTS", said(amazon, "logOptions"));
    content.put("MAX_UPLOAD_PARTS", amazon.text("maxUploadParts"));
    content.put("NO_VERIFY_SSL", String.valueOf(!amazon.flag("verifySSL")));
    content.put("PART_SIZE", amazon.text("partSize"));
    content.put("RETRIES", amazon.text("retries"));
    content.put("REVERSE", amazon.text("reverse"));
    content.put("TIMEOUT", amazon.text("timeout"));
    content.put("UPLOAD_ACL", amazon.text("uploadACL"));
    return content;
  }

  /** Another one for each life of a workspace, and always the same for one. */
  private static String own(Setting setting) {
    String life = setting.workspace() + "/" + setting.incarnation();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(life.getBytes(StandardCharsets.UTF_8));
      return "pach-bucket-" + HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String said(Values values, String path) {
    return values.has(path) ? values.text(path) : "";
  }
}
