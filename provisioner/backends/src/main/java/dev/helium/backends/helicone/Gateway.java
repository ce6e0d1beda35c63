package dev.helium.backends.helicone;

import dev.helium.backends.product.Templates;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/** Kong: one door to what there is of Supabase. */
final class Gateway {
  private static final List<Part> BEHIND =
      List.of(Part.AUTH, Part.REST, Part.REALTIME, Part.STORAGE, Part.META);

  private Gateway() {}

  static List<HasMetadata> of(Plan plan) {
    Assembly assembly = Assembly.of(plan, Part.KONG).file("kong.yml", routes(plan));
    assembly
        .component()
        .port("https", 8443)
        .command("/bin/sh", "-c", Template.text("kong-start.sh"))
        .volume(Volumes.configMap("template", Part.KONG.objectName()))
        .mount("template", "/template/kong.yml", "kong.yml", true)
        .volume(Volumes.empty("configuration"))
        .mount("configuration", "/home/kong");
    return assembly.objects();
  }

  private static String routes(Plan plan) {
    Map<String, String> facts = plan.facts();
    StringBuilder routes = new StringBuilder(Template.text("kong.yml"));
    BEHIND.stream()
        .filter(plan::has)
        .map(part -> Template.text("kong-" + part.shortName() + ".yml"))
        .forEach(part -> routes.append(Templates.fill(part, facts)));
    return routes.toString();
  }
}
