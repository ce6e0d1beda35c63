package dev.helium.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A problem as bytes, for connections that no request has come over yet; it is the last answer. */
public final class RawAnswer {
  private RawAnswer() {}

  public static ByteBuf of(Problem problem) {
    byte[] body = problem.json("").encode().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new TreeMap<>(SafeHeaders.ALWAYS);
    headers.putAll(problem.headers());
    headers.put("connection", "close");
    headers.put("content-type", Problem.MEDIA_TYPE);
    headers.put("content-length", Integer.toString(body.length));
    StringBuilder head =
        new StringBuilder("HTTP/1.1 ")
            .append(HttpResponseStatus.valueOf(problem.kind().status()))
            .append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return Unpooled.wrappedBuffer(
        head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1), body);
  }
}
