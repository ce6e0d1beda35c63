package dev.helium.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.StandardHttpClientBuilder;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ClientsTest {
  private static final Config NOBODY =
      new ConfigBuilder(Config.empty()).withMasterUrl("http://127.0.0.1:9").build();

  @Test
  void whoHasACertificateLooksForNoToken() {
    // given
    Config certified = new ConfigBuilder(NOBODY).withClientCertData("some").build();
    // when / then
    assertThat(interceptors(certified)).doesNotContain(TokenRefreshInterceptor.NAME);
  }

  @Test
  void whoHasATokenLooksForANewOne() {
    // given
    Config known = new ConfigBuilder(NOBODY).withOauthToken("some").build();
    // when / then
    assertThat(interceptors(known)).contains(TokenRefreshInterceptor.NAME);
  }

  private static Set<String> interceptors(Config config) {
    try (KubernetesClient client = Clients.of(config).build()) {
      return client.getHttpClient().newBuilder()
              instanceof StandardHttpClientBuilder<?, ?, ?> builder
          ? Set.copyOf(builder.getInterceptors().keySet())
          : Set.of();
    }
  }
}
