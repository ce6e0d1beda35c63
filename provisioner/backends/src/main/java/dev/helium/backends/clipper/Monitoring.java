package dev.helium.backends.clipper;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;

/** What Prometheus, Grafana and Loki have in common: settings in one volume, data in another. */
final class Monitoring {
  private static final String SETTINGS = "settings";
  private static final String STORAGE = "storage";

  private Monitoring() {}

  /**
   * @param path of its values
   * @param user by number, who is in the group of the same number
   */
  static Component of(Plan plan, String name, String path, long user) {
    Values values = plan.values().at(path);
    return Component.of(name, Parts.image(values.at("image")))
        .label("app", path)
        .pullPolicy(values.text("image.pullPolicy"))
        .security(Security.restrictedPod(user, user), Security.restrictedContainer())
        .resources(Resources.from(values.at("resources")));
  }

  static Component withFolders(
      Plan plan, String path, Component component, String settingsFolder, String dataFolder) {
    Values persistence = plan.values().at(path + ".persistence");
    component
        .volume(Volumes.configMap(SETTINGS, Names.config(component.name())))
        .mount(SETTINGS, settingsFolder)
        .mount(STORAGE, dataFolder);
    return Storage.in(component, STORAGE, persistence, persistence.text("size"));
  }
}
