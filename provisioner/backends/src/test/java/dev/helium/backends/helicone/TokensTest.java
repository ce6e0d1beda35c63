package dev.helium.backends.helicone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class TokensTest {
  private static final String SECRET = "abcdefghijklmnopqrstuvwxyz123456";
  private static final Instant ISSUED = Instant.ofEpochSecond(1_675_400_400);

  @Test
  void aKeyNamesItsRoleAndIsGoodForFiveYears() {
    // when
    String claims = Tokens.of("anon", SECRET, ISSUED).split("\\.", -1)[1];
    // then as in the keys that Supabase makes
    assertThat(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"role\":\"anon\",\"iss\":\"supabase\",\"iat\":1675400400,\"exp\":1833166800}");
  }

  @Test
  void itIsSignedAsOthersWouldSignIt() {
    // Made by another implementation.
    assertThat(Tokens.of("anon", SECRET, ISSUED))
        .isEqualTo(
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
                + ".eyJyb2xlIjoiYW5vbiIsImlzcyI6InN1cGFiYXNlIiwiaWF0IjoxNjc1NDAwNDAwLCJleHAiOjE4MzMxNjY4MDB9"
                + ".16gpWC6jQga9pEJMuVW8FF66ZhU6k-susFAiw69J8Qc");
  }
}
