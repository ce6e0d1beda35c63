package dev.helium.pages.web;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Takes a form apart as it arrives, in memory. Whatever is wrong with it is thrown by Netty. */
final class UploadParts implements AutoCloseable {
  /** Of one text or file, in bytes; as many as the API takes. */
  static final int MOST_OF_A_FIELD = 256 * 1024;

  /** Of the archive of a chart, in bytes; as many as the API takes. */
  static final int MOST_OF_A_CHART = 768 * 1024;

  static final String CHART = "chart";

  /** The largest backend has 300 values, and each that is left empty is a field all the same. */
  static final int MOST_FIELDS = 1_024;

  private final DefaultHttpDataFactory memory = new DefaultHttpDataFactory(false);
  private final HttpPostMultipartRequestDecoder decoder;

  UploadParts(String contentType, int mostBytes) {
    DefaultHttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
    head.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    decoder =
        new HttpPostMultipartRequestDecoder(
            memory, head, StandardCharsets.UTF_8, MOST_FIELDS, mostBytes);
  }

  void take(Buffer bytes) {
    decoder.offer(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes.getBytes())));
  }

  /**
   * All of it.
   *
   * @param texts is given the texts
   */
  Upload end(MultiMap texts) throws IOException {
    decoder.offer(LastHttpContent.EMPTY_LAST_CONTENT);
    Map<String, Upload.File> files = new HashMap<>();
    Set<String> tooLarge = new HashSet<>();
    for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
      if (part instanceof HttpData data && data.length() > most(part.getName())) {
        tooLarge.add(part.getName());
      } else if (part instanceof FileUpload file && !isNone(file)) {
        files.put(part.getName(), new Upload.File(file.getFilename(), Buffer.buffer(file.get())));
      } else if (part instanceof Attribute text) {
        texts.add(part.getName(), text.getValue());
      }
    }
    return new Upload(new FormFields(texts), files, tooLarge);
  }

  @Override
  public void close() {
    decoder.destroy();
  }

  /** A browser sends so where no file was chosen. */
  private static boolean isNone(FileUpload file) {
    return file.getFilename().isEmpty() && file.length() == 0;
  }

  private static int most(String field) {
    return field.equals(CHART) ? MOST_OF_A_CHART : MOST_OF_A_FIELD;
  }
}
