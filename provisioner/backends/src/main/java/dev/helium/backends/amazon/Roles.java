package dev.helium.backends.amazon;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A role, and what it may do.
 *
 * @param rights that it needs before somebody takes it on
 */
public record Roles(Role role, List<Resource> rights) {
  public Roles {
    Objects.requireNonNull(role, "role");
    rights = List.copyOf(rights);
  }

  /**
   * One that a service of the cloud takes on.
   *
   * @param service such as {@code eks.amazonaws.com}
   * @param policies of the cloud's own, by their names
   */
  public static Roles ofService(
      AmazonPlace place, String name, String service, List<String> policies) {
    String trust =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "%s"},\
         "Action": ["sts:AssumeRole", "sts:TagSession"]}]}\
        """
            .formatted(service);
    return of(place, name, Output.of(trust), policies);
  }

  /**
   * One that others take on.
   *
   * @param trust who takes it on, as a policy in JSON
   */
  public static Roles of(
      AmazonPlace place, String name, Output<String> trust, List<String> policies) {
    Role role = new Role(name, RoleArgs.builder().assumeRolePolicy(trust).build(), place.with());
    List<Resource> rights = new ArrayList<>();
    for (String policy : policies) {
      rights.add(
          new RolePolicyAttachment(
              name + "-" + policy.substring(policy.lastIndexOf('/') + 1),
              RolePolicyAttachmentArgs.builder()
                  .role(role.name())
                  .policyArn("arn:aws:iam::aws:policy/" + policy)
                  .build(),
              place.with()));
    }
    return new Roles(role, rights);
  }
}
