package dev.helium.pages.asset;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** All files that pages need. They are in memory, as they are and packed. */
public final class Assets {
  /** Where they are served; their own names follow. */
  public static final String PATH = "/assets/";

  /** A file is another file once anything in it changes, so that it may be kept for good. */
  private static final String KEPT = "public, max-age=31536000, immutable";

  private static final List<String> OWN =
      List.of(
          "helium.css",
          "list.css",
          "create.css",
          "create.js",
          "follow.css",
          "operate.css",
          "events.js",
          "live.js",
          "morph.js",
          "time.js",
          "copy.js",
          "select.js",
          "icon.svg");
  private static final String HTMX = "htmx.js";

  private final Map<String, Asset> byName;
  private final Map<String, Asset> byFile = new HashMap<>();

  private Assets(Map<String, Asset> byName) {
    this.byName = Map.copyOf(byName);
    this.byName.values().forEach(asset -> byFile.put(asset.file(), asset));
  }

  /** Those of this class path, read when they are first asked for, which blocks. */
  public static Assets all() {
    return Loaded.ASSETS;
  }

  /**
   * The address of a file for a page to name.
   *
   * @param name without hash, such as {@code helium.css}
   */
  public String url(String name) {
    return PATH + named(name).file();
  }

  /** Answers with the file that the route's {@code :file} names, if there is one. */
  public void send(RoutingContext context) {
    Asset asset = byFile.get(context.pathParam("file"));
    if (asset == null) {
      context.next();
      return;
    }
    HttpServerResponse response = context.response();
    response.putHeader(HttpHeaders.CONTENT_TYPE, asset.type());
    response.putHeader(HttpHeaders.CACHE_CONTROL, KEPT);
    response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (Packing.isAccepted(context.request())) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, Packing.GZIP);
      response.end(asset.packed());
    } else {
      response.end(asset.content());
    }
  }

  Asset named(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalArgumentException("there is no asset " + name));
  }

  private static Assets read() {
    Map<String, Asset> assets = new HashMap<>();
    OWN.forEach(name -> assets.put(name, Asset.of(name, bytes("/assets/" + name))));
    assets.put(HTMX, Asset.of(HTMX, bytes(library() + "dist/htmx.min.js")));
    return new Assets(assets);
  }

  private static String library() {
    Properties properties = new Properties();
    try (InputStream stream = stream("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("version");
    return "/META-INF/resources/webjars/htmx.org/" + version + "/";
  }

  private static byte[] bytes(String resource) {
    try (InputStream stream = stream(resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String resource) throws IOException {
    InputStream stream = Assets.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException(resource + " is not on the class path");
    }
    return stream;
  }

  /** Reads them once, when somebody first needs them. */
  private static final class Loaded {
    private static final Assets ASSETS = read();
  }
}
