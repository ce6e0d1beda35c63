package dev.helium.backends.pachyderm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What users choose from: who mounts the repositories that they see as folders. */
record NotebookProfiles(Plan plan) {
  private static final String SHARED = "shared-pfs";
  private static final String MOUNTS = "/pfs";

  List<Map<String, Object>> list() {
    List<Map<String, Object>> profiles = new ArrayList<>();
    for (String profile : plan.values().words("notebooks.profiles")) {
      Map<String, Object> described = "combined".equals(profile) ? combined() : sidecar();
      if (profiles.isEmpty()) {
        described.put("default", true);
      }
      profiles.add(described);
    }
    return profiles;
  }

  /** Repositories are mounted by the notebook's own container, which must be root for that. */
  private Map<String, Object> combined() {
    return profile(
        "combined",
        "The notebook mounts repositories by itself",
        Documents.tree(
            "image",
            Images.of(plan, "notebooks.image"),
            "cmd",
            "start-singleuser.sh",
            "uid",
            0,
            "fs_gid",
            0,
            "environment",
            Map.of(
                "GRANT_SUDO", "yes",
                "NOTEBOOK_ARGS", "--allow-root",
                "JUPYTER_ENABLE_LAB", "yes",
                "CHOWN_HOME", "yes",
                "CHOWN_HOME_OPTS", "-R"),
            "container_security_context",
            Map.of(
                "allowPrivilegeEscalation",
                true,
                "runAsUser",
                0,
                "privileged",
                true,
                "capabilities",
                Map.of("add", List.of("SYS_ADMIN")))));
  }

  /** Repositories are mounted by a container beside the notebook's, which needs no rights then. */
  private Map<String, Object> sidecar() {
    return profile(
        "sidecar",
        "A container beside the notebook mounts repositories",
        Documents.tree(
            "image",
            Images.of(plan, "notebooks.image"),
            "environment",
            Map.of("SIDECAR_MODE", "true"),
            "volumes",
            List.of(SpawnerSettings.home(), Map.of("name", SHARED, "emptyDir", Map.of())),
            "volume_mounts",
            List.of(SpawnerSettings.homeMount(), shared("HostToContainer")),
            "extra_containers",
            List.of(
                Documents.tree(
                    "name",
                    "mount-server-manager",
                    "image",
                    Images.ofRelease(plan, "notebooks.mountServer.image"),
                    "command",
                    List.of("/bin/bash", "-c", "mount-server"),
                    "securityContext",
                    Map.of("privileged", true, "runAsUser", 0),
                    "volumeMounts",
                    List.of(shared("Bidirectional"))))));
  }

  private static Map<String, Object> profile(
      String slug, String description, Map<String, Object> override) {
    return Documents.tree(
        "display_name",
        slug,
        "slug",
        slug,
        "description",
        description,
        "kubespawner_override",
        override);
  }

  /** What is mounted by one container is seen by the other. */
  private static Map<String, Object> shared(String propagation) {
    return Documents.tree("name", SHARED, "mountPath", MOUNTS, "mountPropagation", propagation);
  }
}
