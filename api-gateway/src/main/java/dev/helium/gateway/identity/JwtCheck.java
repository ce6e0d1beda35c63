package dev.helium.gateway.identity;

import dev.helium.gateway.http.ProblemException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

/** Whether a signed token is the issuer's, for here, and of now. */
final class JwtCheck {
  /** How far the issuer's clock may be from the one here. */
  private static final int SKEW_SECONDS = 60;

  /** What is said of the first of these that is wrong. */
  private static final List<Map.Entry<Integer, String>> SENTENCES =
      List.of(
          Map.entry(ErrorCodes.SIGNATURE_INVALID, "The token is not signed by the issuer."),
          Map.entry(ErrorCodes.ISSUER_INVALID, "The token is another issuer's."),
          Map.entry(ErrorCodes.ISSUER_MISSING, "The token does not say who issued it."),
          Map.entry(ErrorCodes.AUDIENCE_INVALID, "The token is for another audience."),
          Map.entry(ErrorCodes.AUDIENCE_MISSING, "The token does not say whom it is for."),
          Map.entry(ErrorCodes.EXPIRATION_MISSING, "The token does not say when it expires."),
          Map.entry(ErrorCodes.EXPIRED, "The token has expired."),
          Map.entry(ErrorCodes.NOT_YET_VALID, "The token is not valid yet."),
          Map.entry(ErrorCodes.ISSUED_AT_INVALID_FUTURE, "The token is not valid yet."),
          Map.entry(ErrorCodes.SUBJECT_MISSING, "The token does not say whose it is."));

  private final String issuer;
  private final String audience;
  private final InstantSource clock;

  JwtCheck(URI issuer, String audience, InstantSource clock) {
    this.issuer = issuer.toString();
    this.audience = audience;
    this.clock = clock;
  }

  /**
   * What a token says, once that is known to be true; a problem when it is not.
   *
   * @param key that it says it was signed with
   */
  JwtClaims claims(String token, JsonWebKey key) {
    try {
      return consumer(key).processToClaims(token);
    } catch (InvalidJwtException invalid) {
      throw problem(invalid);
    }
  }

  private JwtConsumer consumer(JsonWebKey key) {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(
            ConstraintType.PERMIT, JwtHeader.ALGORITHMS.toArray(String[]::new))
        // No key is ever given for what is encrypted; this says so where somebody looks for it.
        .setJweAlgorithmConstraints(ConstraintType.PERMIT)
        .setVerificationKeyResolver(new JwksVerificationKeyResolver(List.of(key)))
        .setExpectedIssuer(true, issuer)
        .setExpectedAudience(true, audience)
        .setRequireSubject()
        .setRequireExpirationTime()
        .setIssuedAtRestrictions(0, Integer.MAX_VALUE)
        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
        .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
        .build();
  }

  /** The library's message would repeat what the token says. */
  private static ProblemException problem(InvalidJwtException invalid) {
    return Unauthorized.invalid(
        SENTENCES.stream()
            .filter(sentence -> invalid.hasErrorCode(sentence.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("The token cannot be accepted."));
  }
}
