package dev.helium.pages.follow;

import dev.helium.pages.web.LiveStream;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import java.util.Objects;

/** Where the pages of a workspace are, and where the API has what they show. */
public record FollowAddress(String id) {
  public FollowAddress {
    Objects.requireNonNull(id, "id");
  }

  static FollowAddress of(PageRequest request) {
    return new FollowAddress(request.path("id"));
  }

  public Query page() {
    return Query.of("/get/" + Query.encoded(id));
  }

  /** A page or a part below it, such as {@code events}. */
  public Query page(String of) {
    return Query.of(page() + "/" + of);
  }

  /** Of the events of this name alone. */
  public String stream() {
    return LiveStream.all().with("workspace", id).toString();
  }

  /** The form that changes what it is made of. */
  public Query update(String backend) {
    return Query.of("/create/" + Query.encoded(backend)).with("update", id);
  }

  Query api() {
    return Query.of("/v1/api/workspace/" + Query.encoded(id));
  }

  Query api(String of) {
    return Query.of(api() + "/" + of);
  }
}
