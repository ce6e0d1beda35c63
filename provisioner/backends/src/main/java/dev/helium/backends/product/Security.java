package dev.helium.backends.product;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;

/**
 * What pods may do. Restricted is what the <a
 * href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">pod security
 * standard</a> of that name allows.
 */
public final class Security {
  private Security() {}

  public static PodSecurityContext restrictedPod() {
    return new PodSecurityContextBuilder()
        .withRunAsNonRoot(true)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .build();
  }

  /** For an image that does not say who it runs as, or is known to need that user. */
  public static PodSecurityContext restrictedPod(long user, long group) {
    return new PodSecurityContextBuilder(restrictedPod())
        .withRunAsUser(user)
        .withRunAsGroup(group)
        .withFsGroup(group)
        .build();
  }

  public static SecurityContext restrictedContainer() {
    return new SecurityContextBuilder()
        .withAllowPrivilegeEscalation(false)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .build();
  }

  /** For images that must begin as root: the baseline standard, with the default profile. */
  public static PodSecurityContext baselinePod() {
    return new PodSecurityContextBuilder()
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .build();
  }

  public static SecurityContext baselineContainer() {
    return new SecurityContextBuilder().withAllowPrivilegeEscalation(false).build();
  }
}
