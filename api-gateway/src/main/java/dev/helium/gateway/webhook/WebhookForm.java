package dev.helium.gateway.webhook;

import dev.helium.domain.FieldError;
import dev.helium.domain.Labels;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.webhook.EventFilter;
import dev.helium.domain.webhook.Webhook;
import dev.helium.domain.webhook.WebhookTerms;
import dev.helium.gateway.http.KnownNames;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.Submitted;
import dev.helium.gateway.webhook.address.Destination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks what somebody says of a webhook, all of it before it complains. What is not said stays as
 * it was.
 *
 * <p>Used once.
 */
public final class WebhookForm {
  private final KnownNames names;
  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param fields that the request may have
   */
  public WebhookForm(List<String> fields) {
    this.names = KnownNames.ofFields(fields);
  }

  /** Of a webhook that is to be made, or a problem with every broken rule. */
  public WebhookTerms made(Submitted.Body body) {
    return terms(body, "", "", EventFilter.ALL, false);
  }

  /** Of a webhook that is there, or a problem with every broken rule. */
  public WebhookTerms changed(Submitted.Body body, WebhookTerms before) {
    return terms(body, before.url(), before.description(), before.filter(), before.paused());
  }

  private WebhookTerms terms(
      Submitted.Body body, String url, String description, EventFilter filter, boolean paused) {
    body.fields().forEach(this::take);
    String wantedUrl = url(texts.getOrDefault("url", url));
    String words =
        atMost(
            "description",
            texts.getOrDefault("description", description),
            Webhook.LONGEST_DESCRIPTION);
    EventFilter wanted = filter(filter);
    boolean pause = flag(paused);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
    return new WebhookTerms(wantedUrl, words, wanted, pause);
  }

  private String url(String url) {
    if (seen.contains("url") && !texts.containsKey("url")) {
      return url;
    }
    if (url.isEmpty()) {
      errors.add(new FieldError("url", "must be given"));
      return url;
    }
    try {
      Destination.parse(url);
    } catch (IllegalArgumentException broken) {
      errors.add(new FieldError("url", broken.getMessage()));
    }
    return url;
  }

  private EventFilter filter(EventFilter before) {
    List<WorkspaceId> workspaces =
        texts.containsKey("workspaces") ? workspaces() : before.workspaces();
    List<String> types = texts.containsKey("types") ? types() : before.types();
    String owner =
        atMost("owner", texts.getOrDefault("owner", before.owner()), EventFilter.LONGEST_NAME);
    String backend =
        atMost(
            "backend", texts.getOrDefault("backend", before.backend()), EventFilter.LONGEST_NAME);
    List<String> labels = texts.containsKey("labels") ? labels() : before.labels();
    return errors.isEmpty() ? new EventFilter(workspaces, owner, backend, types, labels) : before;
  }

  private List<WorkspaceId> workspaces() {
    try {
      List<WorkspaceId> ids = items("workspaces").map(WorkspaceId::new).toList();
      if (ids.size() <= EventFilter.MOST) {
        return ids;
      }
    } catch (IllegalArgumentException notAName) {
      // The rule says what it has to be.
    }
    errors.add(
        new FieldError(
            "workspaces",
            "must be names of workspaces, " + EventFilter.MOST + " at most, separated by commas"));
    return List.of();
  }

  private List<String> types() {
    List<String> types = items("types").toList();
    if (types.size() > EventFilter.MOST || !types.stream().allMatch(EventFilter::isType)) {
      errors.add(new FieldError("types", EventFilter.TYPE_RULE));
      return List.of();
    }
    return types;
  }

  private List<String> labels() {
    List<String> labels = items("labels").toList();
    if (labels.size() > Labels.MOST || !labels.stream().allMatch(EventFilter::isLabel)) {
      errors.add(new FieldError("labels", EventFilter.LABEL_RULE));
      return List.of();
    }
    return labels;
  }

  private Stream<String> items(String field) {
    return Arrays.stream(texts.get(field).split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty());
  }

  private boolean flag(boolean before) {
    String text = texts.getOrDefault("paused", Boolean.toString(before));
    if (!List.of("true", "false", "").contains(text)) {
      errors.add(new FieldError("paused", "must be true or false"));
    }
    return text.equals("true");
  }

  private String atMost(String field, String value, int longest) {
    if (value.length() > longest) {
      errors.add(new FieldError(field, "must have at most " + longest + " characters"));
    }
    return value;
  }

  private void take(Submitted submitted) {
    String field = submitted.field();
    if (!names.knows(field)) {
      errors.add(new FieldError(KnownNames.shown(field), names.rule(field)));
    } else if (!seen.add(field)) {
      errors.add(new FieldError(field, "must be given once"));
    } else {
      switch (submitted) {
        case Submitted.Text(String name, String value) -> text(name, value);
        case Submitted.Flag(String name, boolean value) when name.equals("paused") ->
            texts.put(name, Boolean.toString(value));
        case Submitted.Flag ignored -> errors.add(new FieldError(field, "must be text"));
        case Submitted.Upload ignored -> errors.add(new FieldError(field, "must be text"));
        case Submitted.TooLarge ignored -> errors.add(new FieldError(field, "is too large"));
        case Submitted.Nested ignored -> errors.add(new FieldError(field, "must be text"));
        case Submitted.Unfit ignored -> errors.add(new FieldError(field, "must be text"));
      }
    }
  }

  private void text(String field, String value) {
    if (value.chars().anyMatch(character -> character < ' ' || character == 127)) {
      errors.add(new FieldError(field, "must have no control characters"));
    } else {
      texts.put(field, value);
    }
  }
}
