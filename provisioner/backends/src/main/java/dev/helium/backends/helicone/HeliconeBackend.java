package dev.helium.backends.helicone;

import dev.helium.backends.Problem;
import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.ProductBackend;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Helicone with its own Supabase and ClickHouse. */
public final class HeliconeBackend extends ProductBackend {
  @Override
  public List<GeneratedSecret> secrets(Values values) {
    return OwnSecrets.generated(values);
  }

  @Override
  protected List<Problem> check(Values values) {
    return Rules.broken(values);
  }

  @Override
  public List<HasMetadata> objects(Setting setting) {
    Plan plan = new Plan(setting);
    List<HasMetadata> objects = new ArrayList<>(OwnSecrets.of(plan));
    objects.addAll(Ingresses.secrets(plan));
    for (Part part : Part.values()) {
      if (plan.has(part)) {
        objects.addAll(objects(plan, part));
      }
    }
    return objects;
  }

  private static List<HasMetadata> objects(Plan plan, Part part) {
    return switch (part) {
      case DB -> Database.of(plan);
      case CLICKHOUSE -> ClickHouse.of(plan);
      case IMGPROXY -> Storage.imgproxy(plan);
      case AUTH -> Supabase.auth(plan);
      case REST -> Supabase.rest(plan);
      case REALTIME -> Realtime.of(plan);
      case META -> Supabase.meta(plan);
      case STORAGE -> Storage.of(plan);
      case FUNCTIONS -> Supabase.functions(plan);
      case KONG -> Gateway.of(plan);
      case STUDIO -> Supabase.studio(plan);
      case WEB -> Pages.web(plan);
      case WORKER -> Pages.worker(plan);
    };
  }

  @Override
  protected Map<String, String> links(Setting setting) {
    Plan plan = new Plan(setting);
    Map<String, String> links = new LinkedHashMap<>();
    Map.of(
            "ConsoleURL",
            Part.WEB,
            "WorkerURL",
            Part.WORKER,
            "ApiURL",
            Part.KONG,
            "StudioURL",
            Part.STUDIO)
        .forEach(
            (name, part) -> {
              if (part.hasIngress(plan.values())) {
                links.put(name, plan.publicUrl(part));
              }
            });
    return links;
  }
}
