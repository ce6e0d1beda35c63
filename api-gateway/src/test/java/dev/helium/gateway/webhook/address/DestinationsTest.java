package dev.helium.gateway.webhook.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DestinationsTest {
  private final Vertx vertx = Vertx.vertx();
  private final Deque<List<String>> answers = new ArrayDeque<>();
  private int lookups;

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(60, TimeUnit.SECONDS);
  }

  @Test
  void aNameIsLookedUpOnceAndItsAddressesCarryNoName() throws Exception {
    // given
    answers.add(List.of("8.8.8.8", "2606:4700::1111"));
    // when
    List<InetSocketAddress> found = addresses("", "https://hooks.example.com:8443/a");
    // then
    assertThat(lookups).isEqualTo(1);
    assertThat(found)
        .containsExactly(
            new InetSocketAddress(InetAddress.ofLiteral("8.8.8.8"), 8443),
            new InetSocketAddress(InetAddress.ofLiteral("2606:4700::1111"), 8443))
        .allSatisfy(address -> assertThat(address.getHostString()).doesNotContain("example"));
  }

  @Test
  void oneAddressInsideIsEnoughToRefuseAll() {
    // given
    answers.add(List.of("8.8.8.8", "10.0.0.1"));
    // when, then
    assertThatThrownBy(() -> addresses("", "https://hooks.example.com/"))
        .isInstanceOf(RefusedDestinationException.class)
        .hasMessage("leads to an address that may not be called: private");
  }

  @Test
  void aNameThatLeadsElsewhereTheNextTimeIsCheckedAgain() throws Exception {
    // given a server of names that first says one thing and then another
    answers.add(List.of("8.8.8.8"));
    answers.add(List.of("127.0.0.1"));
    Destinations destinations = destinations("");
    Destination destination = Destination.parse("https://rebinding.example.com/");
    // when, then
    assertThat(await(destinations.addresses(destination))).hasSize(1);
    assertThatThrownBy(() -> await(destinations.addresses(destination)))
        .isInstanceOf(RefusedDestinationException.class);
  }

  @Test
  void addressesAreNotLookedUp() throws Exception {
    assertThat(addresses("", "https://8.8.8.8/")).hasSize(1);
    assertThatThrownBy(() -> addresses("", "https://[::1]/"))
        .isInstanceOf(RefusedDestinationException.class);
    assertThat(lookups).isZero();
  }

  @Test
  void withoutTlsOnlyWhatIsAllowedInsideIsCalled() throws Exception {
    assertThatThrownBy(() -> addresses("", "http://8.8.8.8/"))
        .isInstanceOf(RefusedDestinationException.class)
        .hasMessageContaining("https");
    assertThat(addresses("127.0.0.0/8, ::1", "http://127.0.0.1:9000/")).hasSize(1);
    assertThat(addresses("127.0.0.0/8, ::1", "http://[::1]:9000/")).hasSize(1);
  }

  @Test
  void aHostIsAllowedByItsNameWhereverItLeads() throws Exception {
    // given
    answers.add(List.of("10.1.2.3"));
    answers.add(List.of("10.1.2.3"));
    // when, then
    assertThat(addresses("Hooks.Internal", "http://hooks.internal:8080/")).hasSize(1);
    assertThatThrownBy(() -> addresses("hooks.internal", "http://other.internal:8080/"))
        .isInstanceOf(RefusedDestinationException.class);
  }

  @Test
  void whatIsNotFoundIsSaidWithoutItsName() {
    assertThatThrownBy(() -> addresses("", "https://nowhere.example.com/"))
        .isInstanceOf(RefusedDestinationException.class)
        .hasMessage("has a host that cannot be found by its name");
  }

  @Test
  void aListOfWhatIsAllowedIsCheckedWhenItIsRead() {
    assertThat(AllowedInside.parse(" ").networks()).isEmpty();
    assertThat(AllowedInside.parse("10.0.0.0/8,fd00::/8,hooks.internal,").hosts())
        .containsExactly("hooks.internal");
    for (String wrong : List.of("10.0.0.0/33", "::/129", "a b", "http://x", "10.0.0.0/x", "*")) {
      assertThatThrownBy(() -> AllowedInside.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private List<InetSocketAddress> addresses(String allowed, String url) throws Exception {
    return await(destinations(allowed).addresses(Destination.parse(url)));
  }

  private Destinations destinations(String allowed) {
    return new Destinations(vertx, AllowedInside.parse(allowed), this::resolve);
  }

  private synchronized List<InetAddress> resolve(String name) throws UnknownHostException {
    lookups++;
    List<String> answer = answers.poll();
    if (answer == null) {
      throw new UnknownHostException(name);
    }
    return answer.stream().map(InetAddress::ofLiteral).toList();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(60, TimeUnit.SECONDS);
  }
}
