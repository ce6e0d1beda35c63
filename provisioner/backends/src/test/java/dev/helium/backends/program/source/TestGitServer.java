package dev.helium.backends.program.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Serves repositories below a folder by TLS, as {@code git} itself does it for a web server. */
final class TestGitServer implements AutoCloseable {
  private final HttpsServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private final Path folder;
  private final String authorization;
  private final Path certificate;

  /**
   * @param login that is asked for below {@code /private}
   */
  TestGitServer(Path folder, CommitReference.Login login) throws Exception {
    this.folder = folder;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8));
    this.certificate = folder.resolve("certificate.pem");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** Whom to trust. */
  Path certificate() {
    return certificate;
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith("/moved")) {
        exchange.getResponseHeaders().add("Location", path.replace("/moved", "/open"));
        exchange.sendResponseHeaders(302, -1);
      } else if (path.startsWith("/private")
          && !authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"programs\"");
        exchange.sendResponseHeaders(401, -1);
      } else {
        serve(exchange, path);
      }
    }
  }

  private void serve(HttpExchange exchange, String path) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", folder.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("PATH_INFO", path);
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put(
        "QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    header(exchange, "Content-Type").ifPresent(type -> environment.put("CONTENT_TYPE", type));
    header(exchange, "Content-Encoding")
        .ifPresent(coding -> environment.put("HTTP_CONTENT_ENCODING", coding));
    header(exchange, "Git-Protocol").ifPresent(version -> environment.put("GIT_PROTOCOL", version));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    exchange.getRequestBody().transferTo(process.getOutputStream());
    process.getOutputStream().close();
    InputStream said = new ByteArrayInputStream(process.getInputStream().readAllBytes());
    int status = 200;
    for (String line = line(said); !line.isEmpty(); line = line(said)) {
      String[] parts = line.split(": ", 2);
      if (parts[0].equals("Status")) {
        status = Integer.parseInt(parts[1].substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(parts[0], parts[1]);
      }
    }
    byte[] body = said.readAllBytes();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private static String line(InputStream stream) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = stream.read(); next >= 0 && next != '\n'; next = stream.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.US_ASCII).strip();
  }

  private SSLContext context() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    KeyPair keys = generator.generateKeyPair();
    X500Name name = new X500Name("CN=localhost");
    Instant now = Instant.now();
    X509Certificate own =
        new JcaX509CertificateConverter()
            .getCertificate(
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(Duration.ofHours(1))),
                        name,
                        keys.getPublic())
                    .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                    .build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(own.getEncoded());
    Files.writeString(
        certificate, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("own", keys.getPrivate(), new char[0], new Certificate[] {own});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
