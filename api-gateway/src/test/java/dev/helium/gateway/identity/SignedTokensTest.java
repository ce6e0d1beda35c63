package dev.helium.gateway.identity;

import static dev.helium.gateway.identity.TestIssuer.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.helium.gateway.http.ProblemException;
import dev.helium.service.Health;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an issuer that speaks real HTTP. */
final class SignedTokensTest {
  private static final String AUDIENCE = "helium";
  private static final String RS256 = "RS256";

  private final Vertx vertx = Vertx.vertx();
  private final TestClock clock = new TestClock();
  private final Health health = new Health();
  private final PublicJsonWebKey key = TestKeys.of(RS256);
  private TestIssuer issuer;
  private SignedTokens tokens;

  @BeforeEach
  void start() {
    issuer = new TestIssuer(vertx);
    issuer.publish(key);
    tokens = tokens(issuer.issuer(), "/ops=operator,users=user");
  }

  @AfterEach
  void stop() {
    await(tokens.close());
    issuer.close();
    await(vertx.close());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"})
  void whatIsSignedByAnAlgorithmOfTheListIsAccepted(String algorithm) {
    // given
    PublicJsonWebKey own = TestKeys.of(algorithm);
    issuer.publish(own);
    begin();
    // when
    Optional<Identity> found = await(tokens.of(issuer.sign(own, algorithm, claims())));
    // then
    assertThat(found).map(Identity::name).contains("ada@example.com");
    assertThat(found).map(Identity::role).contains(Role.USER);
    assertThat(found).map(Identity::means).contains(new Means(Means.Kind.OIDC, "subject-1"));
  }

  @Test
  void whatIsNotSignedIsRefused() {
    // given
    begin();
    String payload = encoded(claims().toJson());
    for (String algorithm : List.of("none", "None", "nOnE", "", "HS256", "RSA1_5")) {
      String header = encoded("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + key.getKeyId() + "\"}");
      // when, then
      refuses(header + "." + payload + ".", "not signed by an algorithm that is accepted");
    }
    refuses(encoded("{\"kid\":\"x\"}") + "." + payload + ".", "not signed by an algorithm");
    refuses(encoded("{\"alg\":7}") + "." + payload + ".", "not signed by an algorithm");
    refuses("..", "not a signed one");
  }

  @Test
  void thePublicKeyIsNoSecretToSignWith() {
    // given
    begin();
    byte[] der = key.getPublicKey().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    for (byte[] secret : List.of(der, pem.getBytes(StandardCharsets.US_ASCII))) {
      // when, then
      refuses(signedWith(new HmacKey(secret), "HS256"), "not signed by an algorithm");
      // nor when it claims to be signed otherwise
      String[] parts = signedWith(new HmacKey(secret), "HS256").split("\\.", -1);
      String header = encoded("{\"alg\":\"RS256\",\"kid\":\"" + key.getKeyId() + "\"}");
      refuses(header + "." + parts[1] + "." + parts[2], "not signed by the issuer");
    }
  }

  @Test
  void anAlgorithmThatTheKeyIsNotForIsRefused() {
    // given
    PublicJsonWebKey curve = TestKeys.of("ES256");
    PublicJsonWebKey strong = TestKeys.of("ES512");
    issuer.publish(key, curve, strong);
    begin();
    String signed = issuer.sign(curve, "ES256", claims());
    String header = encoded("{\"alg\":\"ES256\",\"kid\":\"" + key.getKeyId() + "\"}");
    // when, then
    refuses(header + signed.substring(signed.indexOf('.')), "");
    refuses(issuer.sign(strong, "ES512", claims()), "not signed by an algorithm");
  }

  @Test
  void aForgedOrChangedTokenIsRefused() {
    // given
    begin();
    PublicJsonWebKey forged = TestKeys.rsa("forged");
    forged.setKeyId(key.getKeyId());
    String[] parts = issuer.sign(key, RS256, claims()).split("\\.", -1);
    JwtClaims other = claims();
    other.setStringClaim("email", "root@example.com");
    // when, then
    refuses(issuer.sign(forged, RS256, claims()), "not signed by the issuer");
    refuses(parts[0] + "." + encoded(other.toJson()) + "." + parts[2], "not signed by the issuer");
  }

  @Test
  void aTokenOfAnotherTimeIsRefusedBeyondASkewOfAMinute() {
    // given
    begin();
    JwtClaims expired = claims();
    expired.setExpirationTime(at(-61));
    expired.setIssuedAt(at(-3600));
    expired.setNotBefore(at(-3600));
    JwtClaims justNow = claims();
    justNow.setExpirationTime(at(-58));
    justNow.setIssuedAt(at(-3600));
    justNow.setNotBefore(at(-3600));
    JwtClaims early = claims();
    early.setNotBefore(at(62));
    JwtClaims issuedLater = claims();
    issuedLater.setIssuedAt(at(62));
    JwtClaims endless = claims();
    endless.unsetClaim("exp");
    // when, then
    refuses(signed(expired), "has expired");
    assertThat(await(tokens.of(signed(justNow)))).isPresent();
    refuses(signed(early), "is not valid yet");
    refuses(signed(issuedLater), "is not valid yet");
    refuses(signed(endless), "does not say when it expires");
  }

  @Test
  void aTokenOfAnotherIssuerOrForAnotherAudienceIsRefused() {
    // given
    begin();
    JwtClaims foreign = claims();
    foreign.setIssuer("https://elsewhere.example.com");
    JwtClaims elsewhere = claims();
    elsewhere.setAudience("another");
    JwtClaims forSeveral = claims();
    forSeveral.setAudience("another", AUDIENCE);
    JwtClaims forNobody = claims();
    forNobody.unsetClaim("aud");
    JwtClaims ofNobody = claims();
    ofNobody.unsetClaim("sub");
    // when, then
    refuses(signed(foreign), "another issuer's");
    refuses(signed(elsewhere), "for another audience");
    assertThat(await(tokens.of(signed(forSeveral)))).isPresent();
    refuses(signed(forNobody), "whom it is for");
    refuses(signed(ofNobody), "whose it is");
  }

  @Test
  void aKeyThatIsNotKnownYetIsFetchedButNotAgainAndAgain() {
    // given
    begin();
    int before = issuer.asked.get();
    PublicJsonWebKey next = TestKeys.rsa("next");
    issuer.publish(key, next);
    String token = issuer.sign(next, RS256, claims());
    // when, then it has just been asked
    refuses(token, "a key that the issuer does not have");
    assertThat(issuer.asked.get()).isEqualTo(before);
    // when
    clock.goOn(Duration.ofSeconds(11));
    // then
    assertThat(await(tokens.of(token))).isPresent();
    assertThat(issuer.asked.get()).isEqualTo(before + 1);
    // when keys are made up
    for (int attempt = 0; attempt < 5; attempt++) {
      PublicJsonWebKey madeUp = TestKeys.rsa("unknown");
      refuses(issuer.sign(madeUp, RS256, claims()), "a key that the issuer does not have");
    }
    // then
    assertThat(issuer.asked.get()).isEqualTo(before + 1);
  }

  @Test
  void aKeyThatTheIssuerGaveUpCountsNoMore() {
    // given
    begin();
    String token = signed(claims());
    assertThat(await(tokens.of(token))).isPresent();
    PublicJsonWebKey next = TestKeys.rsa("next");
    // when
    issuer.publish(next);
    clock.goOn(Duration.ofSeconds(11));
    assertThat(await(tokens.of(issuer.sign(next, RS256, claims())))).isPresent();
    // then
    refuses(token, "a key that the issuer does not have");
  }

  @Test
  void beforeAnyKeysWereSeenItCannotBeSaid() {
    // given
    issuer.status = 503;
    await(tokens.start());
    // when
    Throwable failure = catchThrowable(() -> await(tokens.of(signed(claims()))));
    // then
    assertThat(failure).isInstanceOf(ProblemException.class);
    assertThat(((ProblemException) failure).problem().kind().status()).isEqualTo(503);
    assertThat(health.isReady("oidc")).isTrue();
    // when
    issuer.status = 200;
    // then
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> await(tokens.of(signed(claims()))).isPresent());
  }

  @Test
  void keysThatWereSeenCountForSomeHoursWhileTheIssuerIsAway() {
    // given
    begin();
    issuer.status = 500;
    // when
    clock.goOn(Duration.ofHours(6));
    // then
    assertThat(await(tokens.of(signed(claims())))).isPresent();
    // when
    clock.goOn(Duration.ofSeconds(1));
    // then
    assertThatThrownBy(() -> await(tokens.of(signed(claims()))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("has not answered for too long");
  }

  @Test
  void keysAreTakenOnlyFromWhoCallsItselfAsExpectedAndFromWhereItIsSafe() {
    // given
    issuer.named = "https://elsewhere.example.com";
    neverSeen();
    issuer.named = issuer.issuer().toString();
    issuer.keysAt = "http://keys.example.com/keys";
    neverSeen();
    issuer.keysAt = issuer.issuer() + "/keys";
    issuer.padding = " ".repeat(300_000);
    neverSeen();
  }

  @Test
  void theNameIsTheFirstOfTheClaimsThatSaysOne() {
    // given
    begin();
    JwtClaims unverified = claims();
    unverified.setClaim("email_verified", false);
    unverified.setStringClaim("preferred_username", "ada");
    JwtClaims nothing = claims();
    nothing.unsetClaim("email");
    JwtClaims odd = claims();
    odd.setStringClaim("email", "a\nb");
    // when, then
    assertThat(name(unverified)).isEqualTo("ada");
    assertThat(name(nothing)).isEqualTo("subject-1");
    assertThat(name(odd)).isEqualTo("subject-1");
  }

  @Test
  void theRoleIsTheHighestOfTheGroups() {
    // given
    begin();
    JwtClaims both = claims();
    both.setStringListClaim("groups", "users", "/ops", "others");
    JwtClaims one = claims();
    one.setStringClaim("groups", "/ops");
    JwtClaims none = claims();
    none.setStringListClaim("groups", "others", "*");
    JwtClaims odd = claims();
    odd.setClaim("groups", 7);
    // when, then
    assertThat(await(tokens.of(signed(both)))).map(Identity::role).contains(Role.OPERATOR);
    assertThat(await(tokens.of(signed(one)))).map(Identity::role).contains(Role.OPERATOR);
    assertThatThrownBy(() -> await(tokens.of(signed(none))))
        .isInstanceOf(NobodyHereException.class);
    assertThatThrownBy(() -> await(tokens.of(signed(odd)))).isInstanceOf(NobodyHereException.class);
  }

  @Test
  void anythingElseIsNoTokenOfAnIssuer() {
    // given
    begin();
    // when, then
    assertThat(await(tokens.of("helium_abc"))).isEmpty();
    assertThat(await(tokens.of("a.b"))).isEmpty();
    assertThat(await(tokens.of("a.b.c.d.e"))).isEmpty();
  }

  @Test
  void noDamageIsMoreThanAProblem() {
    // given
    begin();
    String token = signed(claims());
    Random random = new Random(20260306);
    for (int round = 0; round < 2_000; round++) {
      char[] damaged = token.toCharArray();
      for (int left = 1 + random.nextInt(3); left > 0; left--) {
        damaged[random.nextInt(damaged.length)] = (char) (' ' + random.nextInt(95));
      }
      // when
      Throwable failure = catchThrowable(() -> await(tokens.of(new String(damaged))));
      // then
      if (failure != null) {
        assertThat(failure).as(new String(damaged)).isInstanceOf(ProblemException.class);
        assertThat(((ProblemException) failure).problem().kind().status()).isEqualTo(401);
      }
    }
  }

  private void begin() {
    await(tokens.start());
    Awaitility.await().until(this::isSeen);
  }

  /** Whether it can be said which keys there are. */
  private boolean isSeen() {
    Throwable failure = catchThrowable(() -> await(tokens.of(unknownKey())));
    return ((ProblemException) failure).problem().kind().status() == 401;
  }

  private String unknownKey() {
    return issuer.sign(TestKeys.rsa("unknown"), RS256, claims());
  }

  private void neverSeen() {
    SignedTokens other = tokens(issuer.issuer(), "*=user");
    int before = issuer.discovered.get();
    await(other.start());
    // Whoever asks a second time has given up the first.
    Awaitility.await().until(() -> issuer.discovered.get() >= before + 2);
    Throwable failure = catchThrowable(() -> await(other.of(signed(claims()))));
    assertThat(((ProblemException) failure).problem().kind().status()).isEqualTo(503);
    await(other.close());
  }

  private void refuses(String token, String why) {
    Throwable failure = catchThrowable(() -> await(tokens.of(token)));
    assertThat(failure).as(token).isInstanceOf(ProblemException.class).hasMessageContaining(why);
    assertThat(((ProblemException) failure).problem().kind().status()).isEqualTo(401);
    assertThat(failure.getMessage()).doesNotContain("ada@example.com").doesNotContain(token);
  }

  private String name(JwtClaims claims) {
    return await(tokens.of(signed(claims))).orElseThrow().name();
  }

  private String signed(JwtClaims claims) {
    return issuer.sign(key, RS256, claims);
  }

  private String signedWith(Key secret, String algorithm) {
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setPayload(claims().toJson());
      signature.setKey(secret);
      signature.setDoKeyValidation(false);
      signature.setKeyIdHeaderValue(key.getKeyId());
      signature.setAlgorithmHeaderValue(algorithm);
      return signature.getCompactSerialization();
    } catch (JoseException failure) {
      throw new AssertionError(failure);
    }
  }

  private JwtClaims claims() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer.issuer().toString());
    claims.setAudience(AUDIENCE);
    claims.setSubject("subject-1");
    claims.setIssuedAt(at(-10));
    claims.setNotBefore(at(-10));
    claims.setExpirationTime(at(8 * 3600));
    claims.setStringClaim("email", "ada@example.com");
    claims.setStringListClaim("groups", "users");
    return claims;
  }

  private NumericDate at(long seconds) {
    return NumericDate.fromSeconds(clock.instant().getEpochSecond() + seconds);
  }

  private SignedTokens tokens(URI address, String roles) {
    return new SignedTokens(
        vertx,
        new OidcSettings(
            address,
            AUDIENCE,
            List.of("email", "preferred_username", "sub"),
            "groups",
            GroupRoles.parse(roles),
            Optional.empty()),
        clock,
        health);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Buffer.buffer(json).getBytes());
  }
}
