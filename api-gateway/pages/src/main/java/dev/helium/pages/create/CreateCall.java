package dev.helium.pages.create;

import dev.helium.pages.ApiCall;
import dev.helium.pages.web.Upload;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The one request that a form becomes. */
final class CreateCall {
  private static final String ADDRESS = "/v1/api/workspace";
  private static final String LINE = "\r\n";

  private CreateCall() {}

  /**
   * JSON, or a form in parts where a chart comes along.
   *
   * @param key was made when the form was shown, so that sending it twice asks once
   */
  static ApiCall of(CreateOrder order, Typed typed, String key) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Idempotency-Key", key);
    if (CreateOrder.isNew(typed)) {
      headers.put("If-None-Match", "*");
    }
    JsonObject json = order.json();
    if (typed.chart().isEmpty()) {
      headers.put("content-type", "application/json");
      return new ApiCall(HttpMethod.POST, ADDRESS, headers, json.toBuffer());
    }
    String boundary = "helium-" + UUID.randomUUID();
    headers.put("content-type", "multipart/form-data; boundary=" + boundary);
    return new ApiCall(
        HttpMethod.POST, ADDRESS, headers, parts(boundary, json, typed.chart().get()));
  }

  private static Buffer parts(String boundary, JsonObject json, Upload.File chart) {
    Buffer body = Buffer.buffer();
    json.forEach(
        entry -> {
          String value =
              entry.getValue() instanceof JsonObject map
                  ? map.encode()
                  : String.valueOf(entry.getValue());
          begin(body, boundary, entry.getKey()).appendString(LINE + LINE + value + LINE);
        });
    // What the file is called makes no difference to the API.
    begin(body, boundary, Typed.CHART)
        .appendString("; filename=\"chart.tgz\"" + LINE)
        .appendString("Content-Type: application/octet-stream" + LINE + LINE)
        .appendBuffer(chart.content())
        .appendString(LINE);
    return body.appendString("--" + boundary + "--" + LINE);
  }

  private static Buffer begin(Buffer body, String boundary, String name) {
    return body.appendString("--" + boundary + LINE)
        .appendString("Content-Disposition: form-data; name=\"" + name + "\"");
  }
}
