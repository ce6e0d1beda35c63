package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.Connection.Kind;
import dev.helium.domain.Connection.Scheme;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectionTest {
  @ParameterizedTest
  @CsvSource({
    "HTTP, web.example, 80, /, http://web.example",
    "HTTPS, web.example, 443, /a, https://web.example/a",
    "HTTP, web.example, 443, /, http://web.example:443",
    "HTTPS, 10.0.0.1, 8443, /, https://10.0.0.1:8443",
    "HTTP, 2001:db8::1, 80, /, http://[2001:db8::1]",
    "HTTP, 2001:db8::1, 8080, /, http://[2001:db8::1]:8080"
  })
  void aLinkIsWhatABrowserOpens(Scheme scheme, String host, int port, String path, String url) {
    assertThat(new Connection(Kind.LINK, "Service/web", "http", scheme, host, port, path, "").url())
        .isEqualTo(url);
  }

  @Test
  void onlyLinksAreOpenedAndOnlyWhatIsInsideNeedsACommand() {
    // given
    Connection address = way(Kind.ADDRESS, "db", Scheme.TCP, "10.0.0.1", 5432);
    Connection inside = way(Kind.INSIDE, "db", Scheme.TCP, "db.demo.svc", 5432);
    // then
    assertThat(address.url()).isEmpty();
    assertThat(address.command()).isEmpty();
    assertThat(inside.url()).isEmpty();
    assertThat(inside.command())
        .contains("kubectl --namespace demo port-forward service/db 5432:5432");
  }

  @Test
  void aReservedPortIsForwardedToOneThatAnybodyMayUse() {
    assertThat(way(Kind.INSIDE, "http", Scheme.HTTP, "web.demo.svc", 80).command())
        .contains("kubectl --namespace demo port-forward service/web 8080:80");
    assertThat(way(Kind.INSIDE, "https", Scheme.HTTPS, "web.demo.svc", 443).command())
        .contains("kubectl --namespace demo port-forward service/web 8443:443");
  }

  @Test
  void whatKubectlCannotForwardHasNoCommand() {
    assertThat(way(Kind.INSIDE, "dns", Scheme.UDP, "dns.demo.svc", 53).command()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "LINK, Service/web, http, *.example, 80, /, \"\", host",
        "LINK, Service/web, http, WEB.example, 80, /, \"\", host",
        "LINK, Service/web, http, \"\", 80, /, \"\", host",
        "NODE, Service/web, http, web.example, 80, \"\", \"\", host",
        "INSIDE, Service/web, http, web.example, 80, \"\", \"\", host",
        "INSIDE, Service/web, http, -web.demo.svc, 80, \"\", \"\", host",
        "LINK, Service/web, http, web.example, 0, /, \"\", port",
        "LINK, Service/web, http, web.example, 65536, /, \"\", port",
        "LINK, Service/web, http, web.example, 80, \"\", \"\", path",
        "LINK, Service/web, http, web.example, 80, /a b, \"\", path",
        "LINK, Service/web, http, web.example, 80, /$(ls), \"\", path",
        "LINK, Service/web, http, web.example, 80, a, \"\", path",
        "ADDRESS, Service/web, http, web.example, 80, /, \"\", path",
        "LINK, web, http, web.example, 80, /, \"\", object",
        "LINK, Service/a;b, http, web.example, 80, /, \"\", object",
        "LINK, Service/web, Console, web.example, 80, /, \"\", name",
        "LINK, Service/web, -x, web.example, 80, /, \"\", name",
        "LINK, Service/web, http, web.example, 80, /, a b, credentials",
        "LINK, Service/web, http, web.example, 80, /, --all, credentials"
      })
  void namesThePartThatIsNotPlain(
      Kind kind,
      String object,
      String name,
      String host,
      int port,
      String path,
      String credentials,
      String part) {
    assertThatThrownBy(
            () -> new Connection(kind, object, name, Scheme.HTTP, host, port, path, credentials))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the " + part + " of a connection must");
  }

  @Test
  void thoseOfPeopleComeFirstAndTheSafeBeforeTheUnsafe() {
    // given
    Connection inside = way(Kind.INSIDE, "http", Scheme.HTTP, "a.demo.svc", 80);
    Connection address = way(Kind.ADDRESS, "db", Scheme.TCP, "10.0.0.1", 1);
    Connection plain = link("http", Scheme.HTTP, 80);
    Connection safe = link("https", Scheme.HTTPS, 443);
    // then
    assertThat(Connection.kept(List.of(inside, address, plain, safe, plain)))
        .containsExactly(safe, plain, address, inside);
  }

  @RepeatedTest(20)
  void equalFactsAreEqualEventsInWhateverOrderTheyAreSeen(RepetitionInfo repetition) {
    // given more than are kept
    List<Connection> some =
        new ArrayList<>(
            IntStream.rangeClosed(1, Connection.MOST + 20)
                .mapToObj(port -> way(Kind.INSIDE, "p" + port, Scheme.TCP, "a.demo.svc", port))
                .toList());
    Event first = new Event.ConnectionChanged(1, Map.of(), some);
    // when
    Collections.shuffle(some, new Random(repetition.getCurrentRepetition()));
    // then
    assertThat(new Event.ConnectionChanged(1, Map.of(), some)).isEqualTo(first);
    assertThat(((Event.ConnectionChanged) first).connections()).hasSize(Connection.MOST);
  }

  private static Connection link(String name, Scheme scheme, int port) {
    return new Connection(Kind.LINK, "Service/web", name, scheme, "10.0.0.1", port, "/", "");
  }

  private static Connection way(Kind kind, String name, Scheme scheme, String host, int port) {
    return new Connection(kind, "Service/web", name, scheme, host, port, "", "");
  }
}
