package dev.helium.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something that log, clusters and state files do not agree about, seen more than once.
 *
 * @param cluster in which it was seen; empty for the default one
 * @param name of the namespace, the stack or the workspace that it is about; at most {@value
 *     #LONGEST_NAME} characters
 * @param workspace that it says it belongs to; need not be the name of one
 * @param since when it was first seen
 * @param lastSeen when it was seen last
 * @param evidence what was seen where, one sentence each; 1 to {@value #MOST_EVIDENCE}, cut at
 *     {@value #LONGEST_SENTENCE} characters
 * @param repair what would end it, in one sentence
 * @param carriedOut whether the policy has it repaired without anybody
 */
public record Orphan(
    OrphanKind kind,
    String cluster,
    String name,
    String workspace,
    Instant since,
    Instant lastSeen,
    List<String> evidence,
    String repair,
    boolean carriedOut)
    implements LedgerEntry {
  public static final int LONGEST_NAME = 253;
  public static final int MOST_EVIDENCE = 5;
  public static final int LONGEST_SENTENCE = 300;

  public Orphan {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(lastSeen, "lastSeen");
    Objects.requireNonNull(repair, "repair");
    evidence = evidence.stream().map(Orphan::cut).toList();
    if (evidence.isEmpty() || evidence.size() > MOST_EVIDENCE) {
      throw new IllegalArgumentException("an orphan has 1 to " + MOST_EVIDENCE + " evidences");
    }
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || cluster.length() > LONGEST_NAME
        || workspace.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the names of an orphan have at most " + LONGEST_NAME + " characters");
    }
  }

  @Override
  public String key() {
    return kind.word() + "/" + cluster + "/" + name;
  }

  private static String cut(String sentence) {
    return sentence.length() <= LONGEST_SENTENCE
        ? sentence
        : sentence.substring(0, LONGEST_SENTENCE - 1) + "…";
  }
}
