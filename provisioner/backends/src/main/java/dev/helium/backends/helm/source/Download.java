package dev.helium.backends.helm.source;

import dev.helium.backends.network.Hosts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;

/**
 * Gets things by HTTP from hosts that may be asked. Each is limited in size; all of one fetch
 * together in time. For one thread.
 */
final class Download {
  private static final int CONNECT_MILLISECONDS = 5_000;
  private static final int READ_MILLISECONDS = 15_000;
  private static final int MOST_REDIRECTS = 5;
  private static final int BLOCK = 64 * 1024;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Hosts hosts;
  private final long end;

  /**
   * @param longest that all downloads together may take
   */
  Download(Hosts hosts, Duration longest) {
    this.hosts = hosts;
    this.end = System.nanoTime() + longest.toNanos();
  }

  /** What a server answered. */
  static final class Answer {
    private final int status;
    private final byte[] body;
    private final String challenge;
    private final String next;

    private Answer(int status, byte[] body, String challenge, String next) {
      this.status = status;
      this.body = body;
      this.challenge = challenge;
      this.next = next;
    }

    boolean isFound() {
      return status == HttpURLConnection.HTTP_OK;
    }

    int status() {
      return status;
    }

    /** Empty unless it was found. */
    byte[] body() {
      return body;
    }

    /** The first of its {@code WWW-Authenticate}; empty for none. */
    String challenge() {
      return challenge;
    }

    /** Its {@code Link}; empty for none. */
    String next() {
      return next;
    }
  }

  /**
   * Asks, and follows where the answer leads to, without the credentials when that is another host.
   *
   * @param headers {@code Authorization} among them, if any
   * @param largest body that is taken, in bytes
   * @throws SourceException when the host may not be asked, does not answer, or says too much
   */
  Answer get(URI address, Map<String, String> headers, int largest) throws SourceException {
    URI asked = address;
    Map<String, String> sent = new HashMap<>(headers);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Optional<String> problem = hosts.problem(asked);
      if (problem.isPresent()) {
        throw SourceException.refused(shown(asked) + " " + problem.get());
      }
      HttpURLConnection connection = open(asked, sent);
      try {
        int status = connection.getResponseCode();
        String location = connection.getHeaderField("Location");
        if (!REDIRECTS.contains(status) || location == null) {
          return answer(asked, connection, status, largest);
        }
        URI target = asked.resolve(location);
        if (asked.getScheme().equals("https") && !"https".equals(target.getScheme())) {
          throw SourceException.refused(shown(asked) + " leads on without https");
        }
        if (!sameHost(asked, target)) {
          sent.remove("Authorization");
        }
        asked = target;
      } catch (CheckedSockets.InsideException inside) {
        throw SourceException.refused(shown(asked) + " " + inside.getMessage());
      } catch (UnknownHostException unknown) {
        throw SourceException.unavailable(shown(asked) + " cannot be found by its name", unknown);
      } catch (SocketTimeoutException late) {
        throw SourceException.unavailable(shown(asked) + " takes too long to answer", late);
      } catch (IllegalArgumentException unfit) {
        throw SourceException.refused(shown(asked) + " leads on to what is no address");
      } catch (IOException failure) {
        throw SourceException.unavailable(
            shown(asked) + " does not answer (" + failure.getClass().getSimpleName() + ")",
            failure);
      } finally {
        connection.disconnect();
      }
    }
    throw SourceException.refused(
        shown(address) + " leads on more than " + MOST_REDIRECTS + " times");
  }

  /** A server's name and port, which may be told to everybody; the rest may hold secrets. */
  static String shown(URI address) {
    if (address.getHost() == null) {
      return "it";
    }
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }

  static boolean sameHost(URI one, URI other) {
    return one.getScheme().equals(other.getScheme())
        && Hosts.host(one).equals(Hosts.host(other))
        && one.getPort() == other.getPort();
  }

  private HttpURLConnection open(URI address, Map<String, String> headers) throws SourceException {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
      if (connection instanceof HttpsURLConnection secure) {
        secure.setSSLSocketFactory(
            new CheckedSockets(
                HttpsURLConnection.getDefaultSSLSocketFactory(), hosts, Hosts.host(address)));
      }
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setConnectTimeout(CONNECT_MILLISECONDS);
      connection.setReadTimeout(READ_MILLISECONDS);
      connection.setRequestProperty("User-Agent", "helium");
      headers.forEach(connection::setRequestProperty);
      return connection;
    } catch (IOException impossible) {
      throw SourceException.unavailable(shown(address) + " cannot be asked", impossible);
    }
  }

  private Answer answer(URI asked, HttpURLConnection connection, int status, int largest)
      throws IOException, SourceException {
    String challenge =
        Optional.ofNullable(connection.getHeaderField("WWW-Authenticate")).orElse("");
    String next = Optional.ofNullable(connection.getHeaderField("Link")).orElse("");
    if (status != HttpURLConnection.HTTP_OK) {
      return new Answer(status, new byte[0], challenge, next);
    }
    try (InputStream stream = connection.getInputStream()) {
      return new Answer(status, read(asked, stream, largest), challenge, next);
    }
  }

  private byte[] read(URI asked, InputStream stream, int largest)
      throws IOException, SourceException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    for (int read = stream.read(block); read >= 0; read = stream.read(block)) {
      content.write(block, 0, read);
      if (content.size() > largest) {
        throw SourceException.refused(
            shown(asked) + " sends more than " + largest / 1024 / 1024 + " MiB");
      }
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        throw SourceException.unavailable(shown(asked) + " takes too long to answer");
      }
    }
    return content.toByteArray();
  }
}
