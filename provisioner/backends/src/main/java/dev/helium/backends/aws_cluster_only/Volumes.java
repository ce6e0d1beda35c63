package dev.helium.backends.aws_cluster_only;

import com.pulumi.aws.eks.Addon;
import com.pulumi.aws.eks.AddonArgs;
import com.pulumi.resources.Resource;
import dev.helium.backends.amazon.AmazonPlace;
import dev.helium.backends.amazon.Roles;
import dev.helium.backends.product.ObjectTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Disks for pods. A cluster that was just made has no way to get any. */
final class Volumes {
  private static final String PROVIDER = ":oidc-provider/";
  private static final String POLICY = "service-role/AmazonEBSCSIDriverPolicy";

  private Volumes() {}

  /**
   * The class of claims that name none.
   *
   * @param automatic whether its disks are for nodes that the cloud makes, or for those of groups;
   *     none is for both
   */
  static ObjectTree standard(boolean automatic) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", "storage.k8s.io/v1");
    tree.put("kind", "StorageClass");
    tree.put(
        "metadata",
        Map.of(
            "name",
            "standard",
            "annotations",
            Map.of("storageclass.kubernetes.io/is-default-class", "true")));
    tree.put("provisioner", automatic ? "ebs.csi.eks.amazonaws.com" : "ebs.csi.aws.com");
    tree.put("parameters", Map.of("type", "gp3", "encrypted", "true"));
    tree.put("volumeBindingMode", "WaitForFirstConsumer");
    tree.put("allowVolumeExpansion", true);
    if (automatic) {
      Map<String, Object> kind =
          Map.of("key", "eks.amazonaws.com/compute-type", "values", List.of("auto"));
      tree.put("allowedTopologies", List.of(Map.of("matchLabelExpressions", List.of(kind))));
    }
    return new ObjectTree(tree, false);
  }

  /**
   * Makes what makes disks for nodes of groups.
   *
   * @param groups without whose nodes it never runs
   */
  static void driver(AmazonPlace place, AmazonCluster made, List<Resource> groups) {
    Roles role =
        Roles.of(
            place, "volumes", made.identities().arn().applyValue(Volumes::trust), List.of(POLICY));
    List<Resource> before = new ArrayList<>(groups);
    before.addAll(role.rights());
    Addon _ =
        new Addon(
            "volumes",
            AddonArgs.builder()
                .clusterName(made.cluster().name())
                .addonName("aws-ebs-csi-driver")
                .serviceAccountRoleArn(role.role().arn())
                .build(),
            place.with(before).build());
  }

  private static String trust(String provider) {
    String issuer = provider.substring(provider.indexOf(PROVIDER) + PROVIDER.length());
    return """
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action":\
     "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": "%1$s"}, "Condition":\
     {"StringEquals": {"%2$s:aud": "sts.amazonaws.com",\
     "%2$s:sub": "system:serviceaccount:kube-system:ebs-csi-controller-sa"}}}]}\
    """
        .formatted(provider, issuer);
  }
}
