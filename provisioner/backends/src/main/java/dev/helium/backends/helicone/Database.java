package dev.helium.backends.helicone;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Postgres, and what it runs when it is made. */
final class Database {
  private static final String CONFIGURATION = "/etc/postgresql";
  private static final String INITIAL = "helicone-db-init";
  private static final String SCRIPTS = "/docker-entrypoint-initdb.d/";
  private static final String KEY_FILE = "pgsodium_root.key";

  /** Where each script lies among those of the image, which run in the order of their names. */
  private static final Map<String, String> PLACES = places();

  private Database() {}

  static List<HasMetadata> of(Plan plan) {
    Values values = Part.DB.in(plan.values());
    Assembly assembly = Assembly.of(plan, Part.DB).oneAtATime();
    // A folder below the mounted one, as Postgres wants to own the folder of its data.
    Component component =
        assembly
            .component()
            .arguments("postgres", "-D", CONFIGURATION, "-c", "data_directory=" + folder(values))
            .volume(Volumes.configMap("init", INITIAL))
            .volume(Volumes.secret("root-key", OwnSecrets.DATABASE))
            .mount("root-key", "/etc/postgresql-custom/" + KEY_FILE, KEY_FILE, true);
    PLACES.forEach((script, place) -> component.mount("init", SCRIPTS + place, script, true));
    HasMetadata[] claim =
        Claims.mount(
            component, Part.DB, values, "postgres-volume", values.text("persistence.mountPath"));
    List<HasMetadata> objects = new ArrayList<>(assembly.objects(claim));
    objects.add(KubernetesObjects.configMap(INITIAL, scripts()));
    objects.add(
        KubernetesObjects.secret(
            OwnSecrets.DATABASE, Map.of(KEY_FILE, plan.secrets().value(OwnSecrets.ROOT_KEY))));
    return objects;
  }

  /** Of the data. */
  static String folder(Values values) {
    return values.text("persistence.mountPath") + "/" + values.text("persistence.subPath");
  }

  private static Map<String, String> scripts() {
    Map<String, String> scripts = new LinkedHashMap<>();
    PLACES.keySet().forEach(script -> scripts.put(script, Template.text(script)));
    return scripts;
  }

  private static Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("init-logs.sql", "init-scripts/00000000000004-logs.sql");
    places.put("init-webhooks.sql", "init-scripts/00000000000005-webhooks.sql");
    places.put("init-roles.sql", "init-scripts/00000000000006-roles.sql");
    places.put("init-realtime.sql", "migrations/20230306081039-realtime.sql");
    return places;
  }
}
