package dev.helium.backends.posthog;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;

/** Makes and changes the tables in Postgres and ClickHouse, each time that the app changes. */
final class Migration {
  /** Stores answer before it begins: what fails more often than this will go on failing. */
  private static final int RETRIES = 3;

  private Migration() {}

  static HasMetadata job(Setting setting, Access access) {
    Values values = setting.values();
    ResourceRequirements resources = Resources.from(values.at("hooks.migrate.resources"));
    Component migration =
        App.component(values, "migrate", values.at("hooks"))
            .command("/bin/sh", "-ec", Template.text("migrate.sh"))
            .resources(resources)
            .before(
                Waiting.forServices(Images.app(values.at("image")), resources, access.stores()));
    return new JobBuilder(
            new RoleVariables(setting, access).migrate().addTo(migration).job(RETRIES))
        .editMetadata()
        // One that has failed is run again by the next update, even if nothing has changed.
        .addToAnnotations("pulumi.com/replaceUnready", "true")
        .endMetadata()
        .build();
  }
}
