package dev.helium.service;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What a process still waits for before it can do its work. Safe for use from any thread. */
public final class Health {
  private static final String READY = "";

  private final ConcurrentSkipListMap<String, String> checks = new ConcurrentSkipListMap<>();

  /** Makes readiness depend on a check, which is not ready until it is said to be. */
  public void expect(String check) {
    checks.putIfAbsent(check, "starting");
  }

  public void ready(String check) {
    checks.put(check, READY);
  }

  /** Says what is missing, without secrets. */
  public void notReady(String check, String why) {
    checks.put(check, why.isEmpty() ? "not ready" : why);
  }

  public boolean isReady() {
    return checks.values().stream().allMatch(READY::equals);
  }

  /** Each check and what it waits for; empty text where it is ready. */
  SortedMap<String, String> snapshot() {
    return Collections.unmodifiableSortedMap(new ConcurrentSkipListMap<>(Map.copyOf(checks)));
  }
}
