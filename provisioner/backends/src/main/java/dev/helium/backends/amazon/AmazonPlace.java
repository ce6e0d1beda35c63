package dev.helium.backends.amazon;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.helium.backends.product.Values;
import java.util.List;
import java.util.Map;

/** Where on Amazon's cloud a workspace is made. Everything there says whose it is. */
public record AmazonPlace(Provider provider, String workspace, String region) {

  /** Registers the way there, with the credentials that were given. */
  public static AmazonPlace register(Values values, String workspace) {
    String region = values.text("region");
    ProviderArgs.Builder arguments =
        ProviderArgs.builder()
            .region(region)
            .defaultTags(
                ProviderDefaultTagsArgs.builder()
                    .tags(Map.of("managed-by", "helium", "helium-workspace", workspace))
                    .build());
    AmazonSignIn.add(arguments, values);
    return new AmazonPlace(new Provider("amazon", arguments.build()), workspace, region);
  }

  /** For a resource there. */
  public CustomResourceOptions with(Resource... after) {
    return with(List.of(after)).build();
  }

  /** The same, to say more. */
  public CustomResourceOptions.Builder with(List<Resource> after) {
    return CustomResourceOptions.builder().provider(provider).dependsOn(after);
  }
}
