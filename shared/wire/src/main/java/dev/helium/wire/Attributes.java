package dev.helium.wire;

import java.util.HashMap;
import java.util.Map;

/**
 * The names of CloudEvents attributes as Kafka headers.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">
 *     Kafka protocol binding 1.0.2, section 3.2</a>
 */
final class Attributes {
  static final String TYPE = "ce_type";
  static final String ID = "ce_id";
  static final String SOURCE = "ce_source";
  static final String SUBJECT = "ce_subject";
  static final String TIME = "ce_time";
  static final String SEQUENCE = "ce_sequence";
  static final String COMMAND = "ce_commandid";

  /** What a command expects of its workspace; missing when nothing. */
  static final String EXPECTS = "ce_expects";

  private Attributes() {}

  static Map<String, String> of(String type, String id, String source, String subject) {
    Map<String, String> headers = new HashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("content-type", "application/json");
    headers.put(TYPE, type);
    headers.put(ID, id);
    headers.put(SOURCE, "/helium/" + source);
    headers.put(SUBJECT, subject);
    return headers;
  }
}
