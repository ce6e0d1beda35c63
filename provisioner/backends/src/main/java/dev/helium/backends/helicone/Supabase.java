package dev.helium.backends.helicone;

import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** The parts of Supabase with little of their own. */
final class Supabase {
  /** Name of the port at which rest tells how it is. */
  static final String ADMIN = "admin";

  private static final int ADMIN_PORT = 3001;

  private Supabase() {}

  static List<HasMetadata> auth(Plan plan) {
    Assembly assembly = Assembly.of(plan, Part.AUTH);
    waitForDatabase(plan, Part.AUTH, assembly);
    return assembly.objects();
  }

  static List<HasMetadata> rest(Plan plan) {
    Assembly assembly = Assembly.of(plan, Part.REST);
    assembly.component().port(ADMIN, ADMIN_PORT);
    return assembly.objects();
  }

  static List<HasMetadata> meta(Plan plan) {
    return Assembly.of(plan, Part.META).objects();
  }

  static List<HasMetadata> studio(Plan plan) {
    return Assembly.of(plan, Part.STUDIO).objects();
  }

  static List<HasMetadata> functions(Plan plan) {
    Assembly assembly =
        Assembly.of(plan, Part.FUNCTIONS).file("index.ts", Template.text("functions-main.ts"));
    assembly
        .component()
        .command("edge-runtime")
        .arguments(
            "start",
            "--main-service",
            "/home/deno/functions/main",
            "--port",
            String.valueOf(Part.FUNCTIONS.port()))
        .volume(Volumes.configMap("index", Part.FUNCTIONS.objectName()))
        .mount("index", "/home/deno/functions/main/index.ts", "index.ts", true)
        .volume(Volumes.empty("cache"))
        .mount("cache", "/var/cache/functions");
    return assembly.objects();
  }

  /** Asks for as much as the component itself. */
  static void waitForDatabase(Plan plan, Part part, Assembly assembly) {
    Values resources = part.in(plan.values()).at("resources");
    assembly
        .component()
        .before(Waiting.forDatabase(plan, assembly.environment(), Resources.from(resources)));
  }
}
