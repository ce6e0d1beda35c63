package dev.helium.pages.support;

import dev.helium.pages.Api;
import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.Visitor;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers what a test says, the newest word first, and remembers what it was asked. */
public final class CannedApi implements Api {
  private final Map<String, Function<ApiCall, ApiAnswer>> answers = new LinkedHashMap<>();
  private final List<ApiCall> calls = new CopyOnWriteArrayList<>();

  /**
   * Answers this to whatever begins so.
   *
   * @param beginning of the method and address, such as {@code GET /v1/api/workspaces}
   */
  public CannedApi answer(String beginning, JsonObject json) {
    return answer(beginning, call -> good(json));
  }

  public CannedApi answer(String beginning, Function<ApiCall, ApiAnswer> answer) {
    answers.remove(beginning);
    answers.put(beginning, answer);
    return this;
  }

  public CannedApi refuse(String beginning, int status, String detail) {
    return answer(beginning, call -> problem(status, detail));
  }

  /** What was asked, as method and address. */
  public List<String> asked() {
    return calls.stream().map(CannedApi::line).toList();
  }

  public List<ApiCall> calls() {
    return List.copyOf(calls);
  }

  @Override
  public Future<ApiAnswer> ask(Visitor visitor, ApiCall call) {
    calls.add(call);
    String line = line(call);
    return Future.succeededFuture(
        new ArrayList<>(answers.entrySet())
            .reversed().stream()
                .filter(entry -> line.startsWith(entry.getKey()))
                .findFirst()
                .map(entry -> entry.getValue().apply(call))
                .orElseGet(() -> problem(404, "Nothing is canned for " + line + ".")));
  }

  public static ApiAnswer good(JsonObject json) {
    return new ApiAnswer(200, MultiMap.caseInsensitiveMultiMap(), json.toBuffer());
  }

  public static ApiAnswer problem(int status, String detail) {
    return answered(
        status,
        new JsonObject().put("status", status).put("title", "Refused").put("detail", detail));
  }

  public static ApiAnswer answered(int status, JsonObject json) {
    return new ApiAnswer(status, MultiMap.caseInsensitiveMultiMap(), json.toBuffer());
  }

  private static String line(ApiCall call) {
    return call.method() + " " + call.uri();
  }
}
