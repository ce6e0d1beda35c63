package dev.helium.backends.helicone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.ObjectChecks;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeliconeSecretsTest {
  private static final String ELSEWHERE =
      """
      db: {enabled: false, secretName: database}
      database: {host: db.example.com, port: 6432, name: shop, sslMode: require}
      """;

  @Test
  void keysOfSupabaseFollowFromItsSecret() {
    // given
    Told told = Told.with("");
    String secret = told.setting().secrets().value("jwt-secret");
    // then
    assertThat(told.secret("helicone-supabase"))
        .containsEntry("JWT_SECRET", secret)
        .containsEntry("ANON_KEY", Tokens.of("anon", secret, told.setting().secrets().madeAt()))
        .containsEntry(
            "SERVICE_ROLE_KEY",
            Tokens.of("service_role", secret, told.setting().secrets().madeAt()));
  }

  @Test
  void whatFollowsFromSecretsIsShownNoMoreThanTheyAre() {
    // given
    Told told = Told.with("smtp: {username: me@example.com, password: secret word}");
    Set<String> contents =
        told.all(Secret.class).stream()
            .flatMap(secret -> secret.getStringData().values().stream())
            .filter(content -> content.length() > 10)
            .collect(Collectors.toSet());
    // then
    assertThat(told.objects())
        .filteredOn(object -> !(object instanceof Secret))
        .allSatisfy(object -> assertThat(contents).noneMatch(object.toString()::contains));
  }

  @ParameterizedTest
  @CsvSource({
    "jwt, helicone-supabase, helicone-auth, GOTRUE_JWT_SECRET, JWT_SECRET, secret",
    "jwt, helicone-supabase, helicone-kong, SUPABASE_ANON_KEY, ANON_KEY, anonKey",
    "jwt, helicone-supabase, helicone-kong, SUPABASE_SERVICE_KEY, SERVICE_ROLE_KEY, serviceKey",
    "db, helicone-postgres, helicone-db, POSTGRES_USER, POSTGRES_USER, username",
    "db, helicone-postgres, helicone-rest, DB_PASSWORD, POSTGRES_PASSWORD, password",
    "clickhouse, helicone-clickhouse, helicone-worker, CLICKHOUSE_USER, CLICKHOUSE_USER, username",
    "smtp, helicone-smtp, helicone-auth, GOTRUE_SMTP_USER, SMTP_USERNAME, username",
    "smtp, helicone-smtp, helicone-auth, GOTRUE_SMTP_PASS, SMTP_PASSWORD, password",
  })
  void aSecretOfOnesOwnIsTakenInEitherSpellingOfTheDocument(
      String path,
      String quickstart,
      String component,
      String variable,
      String its,
      String customary) {
    // given
    Told mine = Told.with(path + ": {secretName: mine}");
    Told first = Told.with(path + ": {secretName: " + quickstart + "}");
    Told said =
        Told.with("%s: {secretName: mine, secretKeys: {%s: other}}".formatted(path, customary));
    // then
    assertThat(mine.source(component, variable)).isEqualTo("mine/" + customary);
    assertThat(first.source(component, variable)).isEqualTo(quickstart + "/" + its);
    assertThat(said.source(component, variable)).isEqualTo("mine/other");
    assertThat(mine.names(Secret.class)).doesNotContain("mine", quickstart);
    ObjectChecks.everyReferenceResolves(mine.objects(), Set.of("Secret/mine"));
  }

  @Test
  void withoutAMailServerNobodyHasToConfirmAnything() {
    // given
    Told told = Told.with("");
    // then
    assertThat(told.settings("helicone-auth"))
        .containsEntry("GOTRUE_MAILER_AUTOCONFIRM", "true")
        .doesNotContainKey("GOTRUE_SMTP_HOST");
    assertThat(told.find(Secret.class, "helicone-smtp")).isEmpty();
  }

  @Test
  void aMailServerIsToldWithASecretThatIsMade() {
    // given
    Told told =
        Told.with(
            """
            smtp: {username: me, password: word, host: mail.example.com, adminEmail: us@example.com}
            """);
    // then
    assertThat(told.settings("helicone-auth"))
        .containsEntry("GOTRUE_MAILER_AUTOCONFIRM", "false")
        .containsEntry("GOTRUE_SMTP_HOST", "mail.example.com")
        .containsEntry("GOTRUE_SMTP_ADMIN_EMAIL", "us@example.com");
    assertThat(told.secret("helicone-smtp")).containsEntry("SMTP_PASSWORD", "word");
    assertThat(
            Told.with("smtp: {username: me, password: word}")
                .source("helicone-auth", "GOTRUE_SMTP_ADMIN_EMAIL"))
        .isEqualTo("helicone-smtp/SMTP_USERNAME");
  }

  @Test
  void aDatabaseElsewhereTakesThePlaceOfOurs() {
    // given
    Told told = Told.with(ELSEWHERE);
    // then
    ObjectChecks.everyReferenceResolves(told.objects(), Set.of("Secret/database"));
    assertThat(told.names(Deployment.class)).doesNotContain("helicone-db").hasSize(12);
    assertThat(told.settings("helicone-auth"))
        .containsEntry("DB_HOST", "db.example.com")
        .containsEntry("DB_PORT", "6432")
        .containsEntry("DB_NAME", "shop")
        .containsEntry("DB_SSL", "require");
    assertThat(told.settings("helicone-meta")).containsEntry("PG_META_DB_HOST", "db.example.com");
    assertThat(told.source("helicone-storage", "DB_PASSWORD")).isEqualTo("database/password");
  }

  @Test
  void onlyWhatIsNeededIsGenerated() {
    // given
    Told told =
        Told.with(
            ELSEWHERE
                + """
                jwt: {secretName: mine}
                clickhouse: {secretName: mine}
                realtime: {enabled: false}
                global: {selfSignedCertificates: false}
                """);
    // then
    assertThat(Told.BACKEND.secrets(told.setting().values()))
        .extracting(GeneratedSecret::name)
        .isEmpty();
    assertThat(told.names(Secret.class)).isEmpty();
  }
}
