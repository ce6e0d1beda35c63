package dev.helium.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A CloudEvent in binary mode: its attributes as headers, its data as the body. */
public final class Encoded {
  private final Map<String, String> headers;
  private final byte[] body;

  public Encoded(Map<String, String> headers, byte[] body) {
    this.headers = Map.copyOf(headers);
    this.body = body.clone();
  }

  public Map<String, String> headers() {
    return headers;
  }

  public byte[] body() {
    return body.clone();
  }

  /** The same as part of a trace; as it is when there is none. */
  public Encoded in(TraceParent trace) {
    if (trace.isNone()) {
      return this;
    }
    Map<String, String> more = new HashMap<>(headers);
    more.put(TraceParent.HEADER, trace.text());
    return new Encoded(more, body);
  }

  /** The value of a header. A missing one makes the record unreadable. */
  String header(String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new UnreadableException(UnreadableKind.HEADER, "the header " + name + " is missing");
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Encoded that
        && headers.equals(that.headers)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(headers, Arrays.hashCode(body));
  }

  @Override
  public String toString() {
    return "Encoded[" + headers.get(Attributes.TYPE) + ", " + body.length + " bytes]";
  }
}
