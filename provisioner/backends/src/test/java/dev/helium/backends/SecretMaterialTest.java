package dev.helium.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class SecretMaterialTest {
  private final Deque<Runnable> searches = new ArrayDeque<>();
  private final CountingRandom random = new CountingRandom();
  private final SecretMaterial material = SecretMaterial.findingAhead(random, searches::add);

  @Test
  void aPairThatWasFoundAheadCostsNothingWhenItIsAskedFor() {
    // given
    searches.remove().run();
    int drawn = random.draws;
    assertThat(drawn).isPositive();
    // when
    KeyPair pair = material.rsaKeys();
    // then
    assertThat(random.draws).isEqualTo(drawn);
    assertThat(((RSAPublicKey) pair.getPublic()).getModulus().bitLength()).isEqualTo(2048);
    assertThat(searches).hasSize(1);
  }

  @Test
  void nobodyGetsAPairOfAnother() {
    // given
    searches.remove().run();
    // when
    KeyPair first = material.rsaKeys();
    KeyPair second = material.rsaKeys();
    searches.remove().run();
    KeyPair third = material.rsaKeys();
    // then
    assertThat(second.getPublic()).isNotEqualTo(first.getPublic());
    assertThat(third.getPublic()).isNotIn(first.getPublic(), second.getPublic());
  }

  @Test
  void onlyOnePairIsLookedForAtATime() {
    // when
    var _ = material.rsaKeys();
    var _ = material.rsaKeys();
    // then
    assertThat(searches).hasSize(1);
  }

  private static final class CountingRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private int draws;

    @Override
    public void nextBytes(byte[] bytes) {
      draws++;
      super.nextBytes(bytes);
    }
  }
}
