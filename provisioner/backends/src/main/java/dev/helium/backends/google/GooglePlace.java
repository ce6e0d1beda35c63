package dev.helium.backends.google;

import com.pulumi.core.Output;
import com.pulumi.gcp.Provider;
import com.pulumi.gcp.ProviderArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.helium.backends.product.Values;
import java.util.List;
import java.util.Map;

/**
 * Where on Google Cloud a workspace is made.
 *
 * @param location of its cluster: the zone, or the region
 */
public record GooglePlace(
    Provider provider, String workspace, String project, String region, String location) {

  /** Registers the way there, with the credentials that were given. */
  public static GooglePlace register(Values values, String workspace) {
    String project = values.text("project");
    String region = values.text("region");
    ProviderArgs.Builder arguments = ProviderArgs.builder().project(project).region(region);
    GoogleSignIn.key(values).ifPresent(key -> arguments.credentials(Output.ofSecret(key)));
    return new GooglePlace(
        new Provider("google", arguments.build()),
        workspace,
        project,
        region,
        values.has("zone") ? values.text("zone") : region);
  }

  /** For a resource there. */
  public CustomResourceOptions with(Resource... after) {
    return CustomResourceOptions.builder().provider(provider).dependsOn(List.of(after)).build();
  }

  /** By which people find on the bill whose something is. */
  public Map<String, String> labels() {
    return Map.of("managed-by", "helium", "helium-workspace", workspace);
  }
}
