package dev.helium.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of a form, URL-encoded or in parts; files stay in memory. */
final class FormFields implements FieldReader {
  private final HttpServerRequest request;
  private final Limits limits;
  private final List<Collected> uploads = new ArrayList<>();
  private boolean tooManyUploads;

  FormFields(HttpServerRequest request, Limits limits) {
    this.request = request;
    this.limits = limits;
    request.setExpectMultipart(true);
    request.uploadHandler(this::collect);
  }

  @Override
  public void take(Buffer bytes) {
    // The request decodes its form by itself.
  }

  @Override
  public Submitted.Body end() {
    if (tooManyUploads || uploads.size() + request.formAttributes().size() > limits.fields()) {
      throw TooLarge.fields(limits).exception();
    }
    List<Submitted> fields = new ArrayList<>();
    for (Map.Entry<String, String> attribute : request.formAttributes()) {
      fields.add(new Submitted.Text(attribute.getKey(), attribute.getValue()));
    }
    uploads.forEach(upload -> fields.add(upload.submitted()));
    return new Submitted.Body(fields);
  }

  private void collect(HttpServerFileUpload upload) {
    if (uploads.size() == limits.fields()) {
      tooManyUploads = true;
      return;
    }
    Collected collected = new Collected(upload.name(), limits.file());
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
