package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;

/** What pachd is told. */
final class PachdEnvironment {
  private PachdEnvironment() {}

  static void describe(Plan plan, Component pachd) {
    new Database(plan).describe(pachd);
    Values values = plan.values().at("pachd");
    places(plan, pachd);
    storage(plan, values, pachd);
    workers(plan, values, pachd);
    pachd
        .environment("METRICS", values.text("metrics.enabled"))
        .environment("LOG_LEVEL", values.text("logLevel"))
        .environment("REQUIRE_CRITICAL_SERVERS_ONLY", values.text("requireCriticalServersOnly"))
        .environment("ENABLE_PREFLIGHT_CHECKS", values.text("preflightChecks.enabled"))
        .environment("UNPAUSED_MODE", "full")
        .environment(Etcd.fromPod("PACH_NAMESPACE", "metadata.namespace"))
        .environment(Etcd.fromPod("PACHD_POD_NAME", "metadata.name"))
        .environment(memory("K8S_MEMORY_REQUEST", "requests.memory"))
        .environment(memory("K8S_MEMORY_LIMIT", "limits.memory"));
    optional(pachd, "METRICS_ENDPOINT", values, "metrics.endpoint");
    optional(pachd, "GOMEMLIMIT", values, "goMemLimit");
    counted(pachd, "GOMAXPROCS", values, "goMaxProcs");
    counted(pachd, "GC_PERCENT", values, "gcPercent");
    if (plan.choices().customCertificates()) {
      pachd.environment("TLS_CERT_SECRET_NAME", values.text("tls.secretName"));
    }
    if (plan.choices().console()) {
      Console.client(plan, pachd);
    }
    WebProxy.describe(plan, pachd);
    EnterpriseEnvironment.describe(plan, pachd);
  }

  private static void places(Plan plan, Component pachd) {
    pachd
        .environment("ETCD_SERVICE_HOST", Etcd.NAME)
        .environment("ETCD_SERVICE_PORT", String.valueOf(Etcd.PORT))
        .environment("PACH_ROOT", "/pach")
        .environment(
            "LOKI_LOGGING",
            String.valueOf(plan.choices().logs() && plan.values().flag("pachd.lokiLogging")));
    if (plan.choices().logs()) {
      pachd
          .environment("LOKI_SERVICE_HOST", plan.named("pachd.lokiHost", Loki.NAME))
          .environment(
              "LOKI_SERVICE_PORT", plan.named("pachd.lokiPort", String.valueOf(Loki.PORT)));
    }
  }

  private static void storage(Plan plan, Values values, Component pachd) {
    Values storage = values.at("storage");
    pachd
        .environment("STORAGE_BACKEND", plan.choices().storage().name())
        .environment("STORAGE_UPLOAD_CONCURRENCY_LIMIT", storage.text("uploadConcurrencyLimit"))
        .environment("STORAGE_PUT_FILE_CONCURRENCY_LIMIT", storage.text("putFileConcurrencyLimit"))
        .environment(
            "STORAGE_COMPACTION_SHARD_SIZE_THRESHOLD", storage.text("compactionShardSizeThreshold"))
        .environment(
            "STORAGE_COMPACTION_SHARD_COUNT_THRESHOLD",
            storage.text("compactionShardCountThreshold"));
    counted(pachd, "STORAGE_GC_PERIOD", values, "storageGCPeriod");
    counted(pachd, "STORAGE_CHUNK_GC_PERIOD", values, "storageChunkGCPeriod");
    if (plan.choices().storage() == StorageBackend.LOCAL) {
      pachd.environment("STORAGE_HOST_PATH", Pachd.nodeFolder(plan));
    }
  }

  private static void workers(Plan plan, Values values, Component pachd) {
    pachd
        .environment("WORKER_IMAGE", Images.ofRelease(plan, "pachd.worker.image"))
        .environment("WORKER_SIDECAR_IMAGE", Images.ofRelease(plan, "pachd.image"))
        .environment("WORKER_IMAGE_PULL_POLICY", values.text("worker.image.pullPolicy"))
        .environment("WORKER_SERVICE_ACCOUNT", PachdAccounts.worker(plan))
        .environment("PPS_WORKER_GRPC_PORT", values.text("ppsWorkerGRPCPort"))
        .environment("ENABLE_WORKER_SECURITY_CONTEXTS", "true");
    if (plan.choices().root()) {
      pachd.environment("WORKER_USES_ROOT", "True");
    }
    String pullSecrets = String.join(",", plan.values().words("global.imagePullSecrets"));
    if (!pullSecrets.isEmpty()) {
      pachd.environment("IMAGE_PULL_SECRETS", pullSecrets);
    }
  }

  private static void optional(Component pachd, String variable, Values values, String path) {
    if (values.has(path)) {
      pachd.environment(variable, values.text(path));
    }
  }

  /** Zero leaves it to pachd. */
  private static void counted(Component pachd, String variable, Values values, String path) {
    if (values.number(path) != 0) {
      pachd.environment(variable, values.text(path));
    }
  }

  private static EnvVar memory(String variable, String resource) {
    return new EnvVarBuilder()
        .withName(variable)
        .withNewValueFrom()
        .withNewResourceFieldRef()
        .withContainerName(Pachd.NAME)
        .withResource(resource)
        .endResourceFieldRef()
        .endValueFrom()
        .build();
  }
}
