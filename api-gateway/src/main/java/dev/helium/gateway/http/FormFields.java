package dev.helium.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a form, URL-encoded or in parts; files stay in memory. */
final class FormFields implements FieldReader {
  private final HttpServerRequest request;
  private final Limits limits;
  private final List<Collected> uploads = new ArrayList<>();
  private final FormEnd expectedEnd;
  private boolean tooManyUploads;

  FormFields(HttpServerRequest request, Limits limits) {
    this.request = request;
    this.limits = limits;
    this.expectedEnd = new FormEnd(request.getHeader("content-type"));
    request.setExpectMultipart(true);
    request.uploadHandler(this::collect);
  }

  @Override
  public void take(Buffer bytes) {
    // The request decodes its form by itself, and takes one that breaks off for a shorter one.
    expectedEnd.take(bytes);
  }

  @Override
  public Submitted.Body end() {
    expectedEnd.check();
    if (tooManyUploads || uploads.size() + request.formAttributes().size() > limits.fields()) {
      throw TooLarge.fields(limits).exception();
    }
    List<Submitted> fields = new ArrayList<>();
    for (Map.Entry<String, String> attribute : request.formAttributes()) {
      fields.add(text(attribute.getKey(), attribute.getValue()));
    }
    uploads.forEach(upload -> fields.add(upload.submitted()));
    return new Submitted.Body(fields);
  }

  private Submitted text(String name, String value) {
    return value.getBytes(StandardCharsets.UTF_8).length > limits.file()
        ? new Submitted.TooLarge(name)
        : new Submitted.Text(name, value);
  }

  private void collect(HttpServerFileUpload upload) {
    if (uploads.size() == limits.fields()) {
      tooManyUploads = true;
      return;
    }
    Collected collected = new Collected(upload.name(), limits.file(upload.name()));
    uploads.add(collected);
    upload.handler(collected::take);
  }

  private static final class Collected {
    private final String name;
    private final int most;
    private Buffer content = Buffer.buffer();
    private boolean tooLarge;

    Collected(String name, int most) {
      this.name = name;
      this.most = most;
    }

    void take(Buffer bytes) {
      if (content.length() + bytes.length() > most) {
        tooLarge = true;
        content = Buffer.buffer();
      }
      if (!tooLarge) {
        content.appendBuffer(bytes);
      }
    }

    Submitted submitted() {
      return tooLarge ? new Submitted.TooLarge(name) : new Submitted.Upload(name, content);
    }
  }
}
