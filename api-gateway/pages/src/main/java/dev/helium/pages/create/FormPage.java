package dev.helium.pages.create;

import dev.helium.pages.frame.Section;
import dev.helium.pages.read.QuotaView;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes the form of one backend, first empty and then with what was typed. */
final class FormPage {
  /** The field with the key. */
  static final String KEY = "key";

  private static final Pattern MADE_HERE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final PageRequest request;
  private final BackendForm form;

  FormPage(PageRequest request, BackendForm form) {
    this.request = request;
    this.form = form;
  }

  /** Before anything was sent. */
  Future<CreateModel> first(Typed typed) {
    return model(typed, CreateErrors.NONE, newKey(), false);
  }

  /** With what was typed, and what can be said of it without asking for it. */
  Future<CreateModel> preview(Typed typed) {
    return request
        .aside(() -> CreateErrors.of(form, CreateOrder.of(form, typed, request.now()).wrong()))
        .compose(errors -> model(typed, errors, key(typed), false));
  }

  /** With what was typed and what the API has against it: what is sent next is another wish. */
  Future<CreateModel> refused(Typed typed, CreateErrors errors, boolean taken) {
    return model(typed, errors, newKey(), taken);
  }

  /** With what was typed, to be sent again as the same wish. */
  Future<CreateModel> unanswered(Typed typed, CreateErrors errors) {
    return model(typed, errors, key(typed), false);
  }

  /** That of the form; one of its own for what is no key of ours. */
  static String key(Typed typed) {
    String key = typed.text(KEY);
    return MADE_HERE.matcher(key).matches() ? key : newKey();
  }

  private static String newKey() {
    return UUID.randomUUID().toString();
  }

  private Future<CreateModel> model(Typed typed, CreateErrors errors, String key, boolean taken) {
    String update = typed.text(CreateOrder.UPDATE);
    String title = update.isEmpty() ? "Create " + form.backend().name() : "Change " + update;
    return quotas(update.isEmpty() ? 1 : 0)
        .compose(
            quotas ->
                request.aside(
                    () ->
                        new CreateModel(
                            request.frame(title, Section.CREATE),
                            form,
                            typed,
                            errors,
                            key,
                            taken,
                            quotas,
                            Sketch.of(form, typed, CreateOrder.of(form, typed, request.now())))));
  }

  /** Without them the form is as good. */
  private Future<List<QuotaLine>> quotas(int more) {
    return request
        .read(Query.of("/v1/api/quotas"))
        .map(
            answer ->
                QuotaView.listOf(answer).stream()
                    .filter(this::concerns)
                    .map(quota -> QuotaLine.of(quota, more))
                    .toList())
        .otherwise(List.of());
  }

  private boolean concerns(QuotaView quota) {
    return quota.backend().isEmpty() || quota.backend().equals(form.backend().name());
  }
}
