package dev.helium.service;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What a process still waits for before it can do its work. Safe for use from any thread. */
public final class Health {
  private static final Check READY = new Check(true, "ready");

  private final ConcurrentSkipListMap<String, Check> checks = new ConcurrentSkipListMap<>();

  /** Makes readiness depend on a check, which is not ready until it is said to be. */
  public void expect(String check) {
    checks.putIfAbsent(check, new Check(false, "starting"));
  }

  public void ready(String check) {
    checks.put(check, READY);
  }

  /** Says what an operator should know although the process can do its work, without secrets. */
  public void readyBut(String check, String remark) {
    checks.put(check, new Check(true, "ready, but " + remark));
  }

  /** Says what is missing, without secrets. */
  public void notReady(String check, String why) {
    checks.put(check, new Check(false, why.isEmpty() ? "not ready" : why));
  }

  /** Whether one check is passed; one that nobody expects is not. */
  public boolean isReady(String check) {
    Check known = checks.get(check);
    return known != null && known.ready();
  }

  public boolean isReady() {
    return checks.values().stream().allMatch(Check::ready);
  }

  /** Each check and what it waits for, or that it is ready. */
  public SortedMap<String, String> snapshot() {
    SortedMap<String, String> texts = new TreeMap<>();
    checks.forEach((name, check) -> texts.put(name, check.text()));
    return Collections.unmodifiableSortedMap(texts);
  }

  private record Check(boolean ready, String text) {}
}
