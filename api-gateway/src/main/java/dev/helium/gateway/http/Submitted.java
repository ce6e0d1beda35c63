package dev.helium.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/** One thing of a body by name, as it came. */
public sealed interface Submitted {
  String field();

  record Text(String field, String value) implements Submitted {
    public Text {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(value, "value");
    }
  }

  record Flag(String field, boolean value) implements Submitted {
    public Flag {
      Objects.requireNonNull(field, "field");
    }
  }

  record Upload(String field, Buffer content) implements Submitted {
    public Upload {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(content, "content");
    }
  }

  /** Larger than a file may be, and not kept. */
  record TooLarge(String field) implements Submitted {
    public TooLarge {
      Objects.requireNonNull(field, "field");
    }
  }

  /** An object within the body. */
  record Nested(String field, JsonObject value) implements Submitted {
    public Nested {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(value, "value");
    }
  }

  /** Of a kind that no field takes: a number, a list. */
  record Unfit(String field) implements Submitted {
    public Unfit {
      Objects.requireNonNull(field, "field");
    }
  }

  /** The body of a request, in the order in which its fields came. */
  record Body(List<Submitted> fields) {
    public static final Body EMPTY = new Body(List.of());

    public Body {
      fields = List.copyOf(fields);
    }
  }
}
