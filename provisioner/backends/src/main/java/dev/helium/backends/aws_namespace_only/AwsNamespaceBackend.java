package dev.helium.backends.aws_namespace_only;

import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.core.Output;
import dev.helium.backends.Problem;
import dev.helium.backends.amazon.AmazonPlace;
import dev.helium.backends.amazon.AmazonPlugin;
import dev.helium.backends.amazon.AmazonSignIn;
import dev.helium.backends.cloud.PachydermInCloud;
import dev.helium.backends.product.Values;
import dev.helium.backends.schema.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pachyderm that keeps its data on Amazon's cloud. */
public final class AwsNamespaceBackend extends PachydermInCloud {
  @Override
  protected List<String> required() {
    return List.of("identityProvider");
  }

  @Override
  public Optional<String> lacking() {
    return AmazonPlugin.PLUGIN.lacking(System.getenv());
  }

  @Override
  protected List<Problem> surroundingsBroken(Values values) {
    List<Problem> problems = new ArrayList<>(AmazonSignIn.broken(values, System.getenv()));
    problems.addAll(allOrNone(values, List.of("dns.zone", "dns.domain", "dns.address")));
    return problems;
  }

  @Override
  protected Map<String, Object> surroundings(Values values, String workspace, long life) {
    Names names = Names.of(values.text("identityProvider"), workspace, life);
    Map<String, Object> storage =
        Map.of(
            "storage",
            Map.of(
                "backend",
                "AMAZON",
                "amazon",
                Map.of("bucket", names.bucket(), "region", values.text("region"))));
    Map<String, Object> accounts = accounts(Map.of("eks.amazonaws.com/role-arn", names.roleArn()));
    Map<String, Object> surroundings = new HashMap<>();
    surroundings.put("deployTarget", "AMAZON");
    surroundings.put("pachd", Trees.merge(storage, accounts));
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
    String identityProvider = values.text("identityProvider");
    Names names = Names.of(identityProvider, workspace, life);
    Store store = new Store(AmazonPlace.register(values, workspace), names, ACCOUNTS);
    store.register(identityProvider);
    if (values.has("dns.domain")) {
      Stream.of(workspace, "jh-" + workspace)
          .forEach(
              name ->
                  store.name(
                      values.text("dns.zone"),
                      name + "." + values.text("dns.domain"),
                      values.text("dns.address")));
    }
    context.export("S3Bucket", Output.of(names.bucket()));
    context.export("Role", Output.of(names.roleArn()));
  }
}
