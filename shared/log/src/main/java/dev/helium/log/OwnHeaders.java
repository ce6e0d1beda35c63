package dev.helium.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The headers with which Helium ends a letter or a mark.
 *
 * <p>Each is written once and after all that the record had. So, seen from the end, the first name
 * that is not one of these, or comes a second time, is the record's own, whoever wrote it.
 */
final class OwnHeaders {
  static final String TOPIC = "helium_topic";
  static final String PARTITION = "helium_partition";
  static final String OFFSET = "helium_offset";
  static final String REASON = "helium_reason";
  static final String KIND = "helium_kind";
  static final String SERVICE = "helium_service";
  static final String AT = "helium_at";
  static final String LEFT_OUT = "helium_left_out";
  static final String MARK = "helium_mark";
  static final String BY = "helium_by";
  static final String WHY = "helium_why";
  static final String TO_PARTITION = "helium_to_partition";
  static final String TO_OFFSET = "helium_to_offset";

  /** Of texts that only people read. */
  private static final int LONGEST_TEXT = 500;

  private static final Set<String> OF_LETTERS =
      Set.of(TOPIC, PARTITION, OFFSET, REASON, KIND, SERVICE, AT, LEFT_OUT);
  private static final Set<String> OF_MARKS =
      Set.of(TOPIC, PARTITION, OFFSET, AT, BY, WHY, TO_PARTITION, TO_OFFSET, MARK);

  private final Map<String, String> values;
  private final List<Header> others;

  private OwnHeaders(Map<String, String> values, List<Header> others) {
    this.values = Map.copyOf(values);
    this.others = List.copyOf(others);
  }

  static OwnHeaders ofLetter(Headers headers) {
    return of(headers, OF_LETTERS);
  }

  /** Empty when it is not a mark: only a mark ends with that header. */
  static Optional<OwnHeaders> ofMark(Headers headers) {
    OwnHeaders own = of(headers, OF_MARKS);
    return own.find(MARK).isPresent() && own.others.isEmpty() ? Optional.of(own) : Optional.empty();
  }

  private static OwnHeaders of(Headers headers, Set<String> names) {
    Header[] all = headers.toArray();
    Map<String, String> values = new HashMap<>();
    int first = all.length;
    while (first > 0 && isOwn(all[first - 1], names, values)) {
      first--;
      values.put(all[first].key(), new String(all[first].value(), StandardCharsets.UTF_8));
    }
    return new OwnHeaders(values, Arrays.asList(all).subList(0, first));
  }

  private static boolean isOwn(Header header, Set<String> names, Map<String, String> seen) {
    return header.value() != null
        && names.contains(header.key())
        && !seen.containsKey(header.key());
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * @throws IllegalArgumentException when it is not there
   */
  String get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("there is no " + name));
  }

  /** A text of at most {@value #LONGEST_TEXT} characters. */
  String text(String name) {
    return shortened(find(name).orElse(""));
  }

  static String shortened(String text) {
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }

  /** Where the record stood that this is about. */
  Place place() {
    return new Place(get(TOPIC), Integer.parseInt(get(PARTITION)), Long.parseLong(get(OFFSET)));
  }

  /** Those that the record had. */
  List<Header> others() {
    return others;
  }

  static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  static void put(Headers headers, Place place) {
    put(headers, TOPIC, place.topic());
    put(headers, PARTITION, Integer.toString(place.partition()));
    put(headers, OFFSET, Long.toString(place.offset()));
  }
}
