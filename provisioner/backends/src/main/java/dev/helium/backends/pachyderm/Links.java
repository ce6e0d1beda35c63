package dev.helium.backends.pachyderm;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of the ways in before anything runs. What is left out is seen in the cluster: the
 * addresses of load balancers and ingresses.
 */
final class Links {
  private Links() {}

  static Map<String, String> of(Plan plan) {
    Map<String, String> links = new LinkedHashMap<>();
    Addresses addresses = plan.addresses();
    boolean host = !addresses.host().isEmpty();
    if (host && plan.choices().console()) {
      links.put("ConsoleURL", addresses.url());
    }
    if (plan.choices().notebooks() && !addresses.notebooksHost().isEmpty()) {
      links.put("NotebooksURL", addresses.notebooksUrl());
    }
    if (plan.choices().pachd()) {
      String bucket = StorageSecret.bucket(plan);
      if (!bucket.isEmpty()) {
        links.put("GCSBucket", bucket);
      }
      if (host && plan.choices().frontProxy()) {
        links.put("Pachctl", byHost(plan));
      } else if (!plan.values().flag("pachd.externalService.enabled")) {
        links.put("Pachctl", byKubernetes(plan));
      }
    }
    return links;
  }

  /** As the original wrote it. */
  private static String byHost(Plan plan) {
    boolean encrypted = plan.addresses().encrypted();
    String host = plan.addresses().host();
    String authority = host.contains(":") ? host : host + (encrypted ? ":443" : ":80");
    String id = plan.setting().workspace();
    return "echo '{\"pachd_address\": \"%s://%s\", \"source\": 2}' | tr -d \\ |"
            .formatted(encrypted ? "grpcs" : "grpc", authority)
        + " pachctl config set context %s --overwrite && pachctl config set active-context %s"
            .formatted(id, id);
  }

  /** Through the API server, with the access of whoever calls it. */
  private static String byKubernetes(Plan plan) {
    return "pachctl config import-kube %s --namespace %s --overwrite"
        .formatted(plan.setting().workspace(), plan.namespace());
  }
}
