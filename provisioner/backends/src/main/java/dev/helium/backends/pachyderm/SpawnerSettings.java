package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Values;
import java.util.List;
import java.util.Map;

/** The pod that the hub makes for each user. */
record SpawnerSettings(Plan plan) {
  private static final String HOME = "volume-{username}{servername}";
  private static final String CLAIM = "claim-{username}{servername}";

  Map<String, Object> settings() {
    Values user = plan.values().at("notebooks.singleuser");
    Map<String, Object> settings =
        Documents.tree(
            "image",
            Images.of(plan, "notebooks.image"),
            "image_pull_policy",
            plan.values().text("notebooks.image.pullPolicy"),
            "start_timeout",
            user.number("startTimeout"),
            "uid",
            1000,
            "fs_gid",
            100,
            "allow_privilege_escalation",
            false,
            "events_enabled",
            true,
            "common_labels",
            Map.of(Labels.APP, "jupyterhub", "heritage", "jupyterhub"),
            "extra_labels",
            Map.of(NotebookRules.TO_HUB, "true", NotebookRules.NOTEBOOK, "true"),
            "mem_guarantee",
            user.text("memory.guarantee"),
            "storage_pvc_ensure",
            true,
            "pvc_name_template",
            CLAIM,
            "storage_access_modes",
            List.of("ReadWriteOnce"),
            "storage_capacity",
            user.text("storage.capacity"),
            "volumes",
            List.of(home()),
            "volume_mounts",
            List.of(homeMount()),
            "profile_list",
            new NotebookProfiles(plan).list());
    optional(settings, "mem_limit", user, "memory.limit");
    number(settings, "cpu_guarantee", user, "cpu.guarantee");
    number(settings, "cpu_limit", user, "cpu.limit");
    optional(settings, "storage_class", user, "storage.storageClass");
    settings.put("node_selector", user.texts("nodeSelector"));
    settings.put("tolerations", user.objects("tolerations").stream().map(Values::tree).toList());
    settings.put("image_pull_secrets", plan.values().words("global.imagePullSecrets"));
    return settings;
  }

  private static void optional(
      Map<String, Object> settings, String name, Values values, String path) {
    if (values.has(path)) {
      settings.put(name, values.text(path));
    }
  }

  private static void number(
      Map<String, Object> settings, String name, Values values, String path) {
    if (values.has(path)) {
      settings.put(name, Double.valueOf(values.text(path)));
    }
  }

  static Map<String, Object> home() {
    return Map.of("name", HOME, "persistentVolumeClaim", Map.of("claimName", CLAIM));
  }

  static Map<String, Object> homeMount() {
    return Documents.tree("name", HOME, "mountPath", "/home/jovyan");
  }
}
