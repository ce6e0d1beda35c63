package dev.helium.backends.gcp_namespace_only;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.core.Output;
import dev.helium.backends.Problem;
import dev.helium.backends.cloud.PachydermInCloud;
import dev.helium.backends.google.GooglePlace;
import dev.helium.backends.google.GooglePlugin;
import dev.helium.backends.google.GoogleSignIn;
import dev.helium.backends.product.Values;
import dev.helium.backends.schema.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pachyderm that keeps its data on Google Cloud. */
public final class GcpNamespaceBackend extends PachydermInCloud {
  private static final List<String> DNS = List.of("dns.zone", "dns.domain", "dns.address");

  @Override
  protected List<String> required() {
    return List.of("project");
  }

  @Override
  public Optional<String> lacking() {
    return GooglePlugin.PLUGIN.lacking(System.getenv());
  }

  @Override
  protected List<Problem> surroundingsBroken(Values values) {
    List<Problem> problems = new ArrayList<>(GoogleSignIn.broken(values, System.getenv()));
    problems.addAll(allOrNone(values, DNS));
    return problems;
  }

  @Override
  protected Map<String, Object> surroundings(Values values, String workspace, long life) {
    Names names = Names.of(values.text("project"), workspace, life);
    Map<String, Object> pachd =
        Map.of("storage", Map.of("backend", "GOOGLE", "google", Map.of("bucket", names.bucket())));
    Map<String, Object> accounts =
        accounts(Map.of("iam.gke.io/gcp-service-account", names.email()));
    Map<String, Object> surroundings = new HashMap<>();
    surroundings.put("deployTarget", "GOOGLE");
    surroundings.put("pachd", Trees.merge(pachd, accounts));
    if (values.has("dns.domain")) {
      surroundings.put("domain", values.text("dns.domain"));
    }
    return surroundings;
  }

  @Override
  protected void register(Values values, Context context) {
    Config config = context.config("helium");
    register(values, config.require("id"), Long.parseLong(config.require("incarnation")), context);
  }

  /** The same for a workspace that is named. */
  static void register(Values values, String workspace, long life, Context context) {
    Names names = Names.of(values.text("project"), workspace, life);
    GooglePlace place = GooglePlace.register(values, workspace);
    new Store(place, names, ACCOUNTS).register();
    if (values.has("dns.domain")) {
      Stream.of(workspace, "jh-" + workspace)
          .forEach(
              name ->
                  Store.name(
                      place,
                      values.text("dns.zone"),
                      name + "." + values.text("dns.domain") + ".",
                      values.text("dns.address")));
    }
    context.export("GoogleAccount", Output.of(names.email()));
  }
}
