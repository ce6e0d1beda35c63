package dev.helium.gateway.docs;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The page that shows the contract and lets people try it, by Swagger UI. Its few files are in
 * memory; it loads nothing from anywhere else, which its policy tells the browser.
 */
public final class Documentation {
  private static final String PAGE = "index.html";
  private static final String HTML = "text/html;charset=utf-8";
  private static final String SCRIPT = "text/javascript;charset=utf-8";
  private static final String STYLE = "text/css;charset=utf-8";
  private static final String LIBRARY = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Map<String, DocumentFile> files;

  private Documentation(Map<String, DocumentFile> files) {
    this.files = Map.copyOf(files);
  }

  /** Fails when the library's files are not on the class path. */
  public static Future<Documentation> load(Vertx vertx) {
    return vertx.executeBlocking(Documentation::read, false);
  }

  public void page(RoutingContext context) {
    send(context, files.get(PAGE));
  }

  /** A file that the page needs. */
  public void file(RoutingContext context) {
    DocumentFile file = files.get(context.pathParam("file"));
    if (file == null) {
      throw Problem.of(ProblemKind.UNKNOWN, "The page has no file of that name.").exception();
    }
    send(context, file);
  }

  private static void send(RoutingContext context, DocumentFile file) {
    HttpServerResponse response = context.response();
    response.putHeader("content-security-policy", POLICY);
    // It may be kept, for as long as it is the same.
    response.putHeader("cache-control", "no-cache");
    response.putHeader("etag", file.tag());
    if (file.tag().equals(context.request().getHeader("if-none-match"))) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader("content-type", file.type()).end(file.content());
    }
  }

  private static Documentation read() throws IOException {
    Map<String, DocumentFile> files = new HashMap<>();
    files.put(PAGE, DocumentFile.of(HTML, bytes("/docs/index.html")));
    files.put("start.js", DocumentFile.of(SCRIPT, bytes("/docs/start.js")));
    String library = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
    files.put("swagger-ui.css", DocumentFile.of(STYLE, bytes(library + "swagger-ui.css")));
    files.put(
        "swagger-ui-bundle.js", DocumentFile.of(SCRIPT, bytes(library + "swagger-ui-bundle.js")));
    return new Documentation(files);
  }

  private static String version() throws IOException {
    Properties library = new Properties();
    try (InputStream stream = stream(LIBRARY)) {
      library.load(stream);
    }
    return library.getProperty("version");
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream stream = stream(resource)) {
      return stream.readAllBytes();
    }
  }

  private static InputStream stream(String resource) throws IOException {
    InputStream stream = Documentation.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException(resource + " is not on the class path");
    }
    return stream;
  }
}
