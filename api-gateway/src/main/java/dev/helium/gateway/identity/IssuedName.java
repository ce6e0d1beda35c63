package dev.helium.gateway.identity;

import java.util.Collection;
import java.util.List;
import org.jose4j.jwt.JwtClaims;

/** Who somebody is here, as the claims of a token say that are known to be true. */
record IssuedName(List<String> nameClaims, String groupsClaim, GroupRoles roles) {
  private static final String EMAIL = "email";
  private static final String EMAIL_VERIFIED = "email_verified";

  IssuedName {
    nameClaims = List.copyOf(nameClaims);
  }

  static IssuedName as(OidcSettings settings) {
    return new IssuedName(settings.nameClaims(), settings.groupsClaim(), settings.roles());
  }

  /** Throws a {@link NobodyHereException} for whom no group lets in. */
  Identity of(JwtClaims claims) {
    String name = name(claims);
    Means means = new Means(Means.Kind.OIDC, String.valueOf(claims.getClaimValueAsString("sub")));
    Role role = roles.of(groups(claims)).orElseThrow(() -> new NobodyHereException(name, means));
    return new Identity(name, role, Identity.EVERYTHING, means);
  }

  private String name(JwtClaims claims) {
    return nameClaims.stream()
        .filter(claim -> !isUnverified(claim, claims))
        .map(claims::getClaimValue)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .map(String::strip)
        .filter(PersonName::canBe)
        .findFirst()
        .orElseThrow(() -> Unauthorized.invalid("The token names nobody by " + nameClaims + "."));
  }

  /** An address that anybody can say is theirs is nobody's name. */
  private static boolean isUnverified(String claim, JwtClaims claims) {
    return claim.equals(EMAIL)
        && "false".equals(String.valueOf(claims.getClaimValue(EMAIL_VERIFIED)));
  }

  private Collection<String> groups(JwtClaims claims) {
    return switch (claims.getClaimValue(groupsClaim)) {
      case String one -> List.of(one);
      case Collection<?> several ->
          several.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }
}
