package dev.helium.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;

/**
 * JSON bodies of at most 2 MiB. Fields that are not known here are passed over, so that a newer
 * writer can add some.
 */
final class Json {
  private static final int LONGEST = 2 * 1024 * 1024;

  private final ObjectMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxStringLength(LONGEST)
                          .maxDocumentLength(LONGEST)
                          .build())
                  .build())
          .addModules(new JavaTimeModule(), new DomainModule())
          // What a record is made of is written, and nothing that only follows from it.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          // The same value has the same bytes in every process; immutable maps differ in order.
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(value.getClass().getName() + " has no JSON form", impossible);
    }
  }

  <T> T read(byte[] body, Class<T> type) {
    return read(body, type, List.of());
  }

  /**
   * @param upcasts what makes of the body one as it is written today, in order
   */
  <T> T read(byte[] body, Class<T> type, List<Upcast> upcasts) {
    try {
      T value =
          upcasts.isEmpty()
              ? mapper.readValue(body, type)
              : mapper.treeToValue(upcast(body, upcasts), type);
      if (value == null) {
        throw new UnreadableException("the body is null");
      }
      return value;
    } catch (StreamConstraintsException excessive) {
      throw new UnreadableException("the body is larger or deeper than any is");
    } catch (JsonProcessingException invalid) {
      // The library's message would quote the content.
      throw new UnreadableException("the body is not a " + type.getSimpleName() + place(invalid));
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory failed", impossible);
    }
  }

  private ObjectNode upcast(byte[] body, List<Upcast> upcasts) throws IOException {
    if (!(mapper.readTree(body) instanceof ObjectNode older)) {
      throw new UnreadableException("the body is not an object");
    }
    ObjectNode newer = older;
    for (Upcast upcast : upcasts) {
      newer = upcast.newer(newer);
    }
    return newer;
  }

  /** Unknown when it is not the text that was read but what was made of it. */
  private static String place(JsonProcessingException invalid) {
    return invalid.getLocation() == null || invalid.getLocation().getLineNr() < 1
        ? ""
        : " at line "
            + invalid.getLocation().getLineNr()
            + ", column "
            + invalid.getLocation().getColumnNr();
  }
}
