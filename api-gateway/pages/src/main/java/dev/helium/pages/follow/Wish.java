package dev.helium.pages.follow;

import dev.helium.pages.ApiCall;
import dev.helium.pages.web.FormFields;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody wants done, as the API is asked for it: on the condition that nobody has decided
 * anything since they looked, and under a key by which the same wish sent twice is done once.
 *
 * @param seen what stands for the state that they saw
 */
record Wish(FollowAddress address, Action action, JsonObject body, String seen) {
  private static final Pattern TAG = Pattern.compile("\"[!#-~]{0,200}\"");

  /** Of a form; what it lacks is left to the API to miss. */
  static Wish of(FollowAddress address, Action action, FormFields fields, Instant now) {
    return new Wish(address, action, body(action, fields, now), fields.value("seen"));
  }

  ApiCall call() {
    Map<String, String> headers = new HashMap<>();
    headers.put("Idempotency-Key", key());
    if (TAG.matcher(seen).matches()) {
      headers.put("If-Match", seen);
    }
    if (action == Action.DELETE) {
      return new ApiCall(HttpMethod.DELETE, address.api().toString(), headers, Buffer.buffer());
    }
    if (!body.isEmpty()) {
      headers.put("content-type", "application/json");
    }
    return new ApiCall(
        HttpMethod.POST,
        address.api(action.word()).toString(),
        headers,
        body.isEmpty() ? Buffer.buffer() : body.toBuffer());
  }

  private static JsonObject body(Action action, FormFields fields, Instant now) {
    JsonObject body = new JsonObject();
    switch (action) {
      case EXTEND -> {
        put(body, "expiry", end(fields, WantedEnd.from(fields.value("from"), now)));
        put(body, "why", fields.value("why"));
      }
      case SHORTEN -> {
        put(body, "expiry", end(fields, now));
        put(body, "why", fields.value("why"));
      }
      case PROTECT -> {
        put(body, "until", end(fields, now));
        put(body, "why", fields.value("why"));
      }
      case REVIVE -> put(body, "expiry", end(fields, now));
      case RETRY, CANCEL, UNPROTECT, DELETE -> {
        // The address says it all.
      }
    }
    return body;
  }

  private static String end(FormFields fields, Instant from) {
    return WantedEnd.of(fields.value("day"), fields.value("length"), from);
  }

  private static void put(JsonObject body, String field, String value) {
    if (!value.isEmpty()) {
      body.put(field, value);
    }
  }

  /** The tag counts all events, so that the same wish after another one is another wish. */
  private String key() {
    String text = address.id() + '\n' + action + '\n' + seen + '\n' + body.encode();
    return HexFormat.of()
        .formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
        .substring(0, 32);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
