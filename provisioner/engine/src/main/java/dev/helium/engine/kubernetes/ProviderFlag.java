package dev.helium.engine.kubernetes;

/** A yes-or-no setting of a provider, which the environment can set for all of them. */
enum ProviderFlag {
  /** A config map's content may change in place. */
  ENABLE_CONFIG_MAP_MUTABLE("enableConfigMapMutable", "PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE", false),
  /** A secret's content may change in place. */
  ENABLE_SECRET_MUTABLE("enableSecretMutable", "PULUMI_K8S_ENABLE_SECRET_MUTABLE", true),
  /** Fields of other managers are taken over. */
  ENABLE_PATCH_FORCE("enablePatchForce", "PULUMI_K8S_ENABLE_PATCH_FORCE", false),
  /** Objects that exist are adopted. */
  UPSERT_EXISTING_OBJECTS("upsertExistingObjects", "PULUMI_K8S_UPSERT_EXISTING_OBJECTS", false),
  /** Objects of a cluster that does not answer are forgotten. */
  DELETE_UNREACHABLE("deleteUnreachable", "PULUMI_K8S_DELETE_UNREACHABLE", false),
  /** Objects of a cluster that does not answer are taken to be as recorded. */
  SKIP_UPDATE_UNREACHABLE("skipUpdateUnreachable", "PULUMI_K8S_SKIP_UPDATE_UNREACHABLE", false),
  /** Objects are written by server-side apply; the only way there is here. */
  ENABLE_SERVER_SIDE_APPLY("enableServerSideApply", "PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY", true),
  /** Providers must name their cluster. */
  STRICT_MODE("strictMode", "", false),
  /** Every resource is rendered again; belongs to a way of working that is not here. */
  ALWAYS_RENDER("alwaysRender", "", false),
  /** Every kind is awaited; not here. */
  AWAIT_ALL("", "PULUMI_K8S_AWAIT_ALL", false);

  private final String setting;
  private final String variable;
  private final boolean standard;

  ProviderFlag(String setting, String variable, boolean standard) {
    this.setting = setting;
    this.variable = variable;
    this.standard = standard;
  }

  String setting() {
    return setting;
  }

  String variable() {
    return variable;
  }

  boolean standard() {
    return standard;
  }
}
