package dev.helium.backends.posthog;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.WayAnnotations;
import java.util.LinkedHashMap;
import java.util.Map;

/** What follows from the values for the way in through an ingress. */
final class IngressRules {
  static final String NGINX = "nginx";
  static final String GOOGLE = "clb";
  static final String CERTIFICATE = "posthog-gke-cert";
  static final String FRONTEND = "posthog-frontend-config";

  private IngressRules() {}

  /** The kind of controller; empty for the cluster's default. */
  static String type(Values values) {
    if (values.has("ingress.type")) {
      return values.text("ingress.type");
    }
    if (values.flag("ingress.nginx.enabled")) {
      return NGINX;
    }
    return "gcp".equals(values.text("cloud")) ? GOOGLE : "";
  }

  static boolean isGoogles(Values values) {
    return GOOGLE.equals(type(values));
  }

  /** That of Google is told by an annotation, the others by name. */
  static String className(Values values) {
    return isGoogles(values) ? "" : type(values);
  }

  /** Whether a certificate is asked for; there is none without a name to certify. */
  static boolean isCertified(Values values) {
    if (values.has("ingress.letsencrypt")) {
      return values.flag("ingress.letsencrypt");
    }
    return NGINX.equals(type(values))
        && values.flag("certManager.enabled")
        && Site.host(values).isPresent();
  }

  /** Where the certificate is; empty for none. */
  static String tlsSecret(Values values) {
    if (values.has("ingress.secretName")) {
      return values.text("ingress.secretName");
    }
    if (isCertified(values)) {
      return "nginx-letsencrypt-" + Names.POSTHOG;
    }
    return isGoogles(values) && values.has("ingress.gcp.secretName")
        ? values.text("ingress.gcp.secretName")
        : "";
  }

  /** Whether Google makes the certificate. */
  static boolean isManaged(Values values) {
    return isGoogles(values) && tlsSecret(values).isEmpty() && Site.host(values).isPresent();
  }

  /** Whether browsers come by TLS; nginx has a certificate of its own where there is no better. */
  static boolean speaksTls(Values values) {
    return !tlsSecret(values).isEmpty() || isManaged(values) || isRedirected(values);
  }

  static Map<String, String> annotations(Setting setting) {
    Values values = setting.values();
    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put(WayAnnotations.LINK_NAME, "console");
    if (isGoogles(values)) {
      annotations.put("kubernetes.io/ingress.class", "gce");
      annotations.put("networking.gke.io/v1beta1.FrontendConfig", FRONTEND);
      address(setting, annotations);
    }
    if (isManaged(values)) {
      annotations.put("networking.gke.io/managed-certificates", CERTIFICATE);
    }
    if (isRedirected(values)) {
      annotations.put("nginx.ingress.kubernetes.io/ssl-redirect", "true");
      annotations.put("nginx.ingress.kubernetes.io/force-ssl-redirect", "true");
    }
    if (isCertified(values)) {
      annotations.put("cert-manager.io/cluster-issuer", values.text("ingress.clusterIssuer"));
    }
    annotations.putAll(values.texts("ingress.annotations"));
    return annotations;
  }

  private static boolean isRedirected(Values values) {
    return NGINX.equals(type(values)) && values.flag("ingress.nginx.redirectToTLS");
  }

  /** Two workspaces cannot have the same one, so each looks for one of its own name. */
  private static void address(Setting setting, Map<String, String> annotations) {
    Map<String, Object> google = setting.values().at("ingress.gcp").tree();
    String name = String.valueOf(google.getOrDefault("ip_name", setting.workspace()));
    if (!name.isEmpty()) {
      annotations.put("kubernetes.io/ingress.global-static-ip-name", name);
    }
  }
}
