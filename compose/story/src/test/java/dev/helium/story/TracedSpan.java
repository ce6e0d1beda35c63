package dev.helium.story;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A span as it was told over OTLP.
 *
 * @param parent empty for the first of a trace
 * @param links the spans that it names
 * @param begun nanoseconds since 1970
 */
record TracedSpan(
    String trace,
    String id,
    String parent,
    String name,
    String service,
    Map<String, String> tags,
    List<String> links,
    long begun) {
  // Numbers of fields in opentelemetry/proto/trace/v1/trace.proto and what it is sent in.
  private static final int RESOURCE_SPANS = 1;
  private static final int RESOURCE = 1;
  private static final int RESOURCE_ATTRIBUTES = 1;
  private static final int SCOPE_SPANS = 2;
  private static final int SPANS = 2;
  private static final int TRACE_ID = 1;
  private static final int SPAN_ID = 2;
  private static final int PARENT_ID = 4;
  private static final int NAME = 5;
  private static final int BEGUN = 7;
  private static final int ATTRIBUTES = 9;
  private static final int LINKS = 13;
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int TEXT = 1;
  private static final int NUMBER = 3;

  static List<TracedSpan> read(byte[] request) {
    try {
      List<TracedSpan> spans = new ArrayList<>();
      for (UnknownFieldSet process : messages(UnknownFieldSet.parseFrom(request), RESOURCE_SPANS)) {
        String service =
            tags(messages(process, RESOURCE).getFirst(), RESOURCE_ATTRIBUTES)
                .getOrDefault("service.name", "");
        for (UnknownFieldSet scope : messages(process, SCOPE_SPANS)) {
          for (UnknownFieldSet span : messages(scope, SPANS)) {
            spans.add(span(span, service));
          }
        }
      }
      return spans;
    } catch (InvalidProtocolBufferException invalid) {
      throw new IllegalArgumentException(invalid);
    }
  }

  private static TracedSpan span(UnknownFieldSet span, String service)
      throws InvalidProtocolBufferException {
    List<String> links = new ArrayList<>();
    for (UnknownFieldSet link : messages(span, LINKS)) {
      links.add(hexadecimal(link, SPAN_ID));
    }
    return new TracedSpan(
        hexadecimal(span, TRACE_ID),
        hexadecimal(span, SPAN_ID),
        hexadecimal(span, PARENT_ID),
        text(span, NAME),
        service,
        tags(span, ATTRIBUTES),
        links,
        span.getField(BEGUN).getFixed64List().getFirst());
  }

  private static Map<String, String> tags(UnknownFieldSet message, int field)
      throws InvalidProtocolBufferException {
    Map<String, String> tags = new HashMap<>();
    for (UnknownFieldSet pair : messages(message, field)) {
      UnknownFieldSet value = messages(pair, VALUE).getFirst();
      tags.put(
          text(pair, KEY),
          value.hasField(NUMBER)
              ? value.getField(NUMBER).getVarintList().getFirst().toString()
              : text(value, TEXT));
    }
    return tags;
  }

  private static List<UnknownFieldSet> messages(UnknownFieldSet message, int field)
      throws InvalidProtocolBufferException {
    List<UnknownFieldSet> messages = new ArrayList<>();
    for (ByteString bytes : message.getField(field).getLengthDelimitedList()) {
      messages.add(UnknownFieldSet.parseFrom(bytes));
    }
    return messages;
  }

  private static ByteString bytes(UnknownFieldSet message, int field) {
    List<ByteString> values = message.getField(field).getLengthDelimitedList();
    return values.isEmpty() ? ByteString.EMPTY : values.getFirst();
  }

  private static String text(UnknownFieldSet message, int field) {
    return bytes(message, field).toStringUtf8();
  }

  private static String hexadecimal(UnknownFieldSet message, int field) {
    return HexFormat.of().formatHex(bytes(message, field).toByteArray());
  }
}
