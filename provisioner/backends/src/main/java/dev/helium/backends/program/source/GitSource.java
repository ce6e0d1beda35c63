package dev.helium.backends.program.source;

import dev.helium.backends.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Gets programs from where they are. Thread-safe. */
public final class GitSource {
  private static final String BRANCH = "refs/heads/";
  private static final String TAG = "refs/tags/";
  private static final String PEELED = "^{}";

  /** An older one would look names up by itself, and go where nobody has looked. */
  private static final Pattern RECENT =
      Pattern.compile(
          "git version (2[.](3[7-9]|[4-9][0-9]|[1-9][0-9]{2})|[3-9])[.].*", Pattern.DOTALL);

  private final Repositories repositories;
  private final GitSettings settings;
  private final String path;
  private final GitLimits limits;

  /**
   * @param environment what programs see; {@code git} is looked for on its path, and sees the way
   *     out of the network
   * @param keys for {@code ssh}; nothing when that is not used
   */
  public GitSource(
      Repositories repositories,
      Map<String, String> environment,
      Optional<Path> keys,
      GitLimits limits) {
    this.repositories = repositories;
    this.settings = new GitSettings(repositories, environment, keys);
    this.path = environment.getOrDefault("PATH", "");
    this.limits = limits;
  }

  /** Whether there is a {@code git}. */
  public boolean isPossible() {
    return Executables.find("git", path).isPresent();
  }

  /**
   * Puts the files of the commit that a reference leads to into a folder; of the same one as before
   * where that is known. Blocks for some minutes at most.
   *
   * @param before what the reference, or another one, led to the last time
   * @param files to be made; nothing must be there
   * @param home to be made for {@code git}, and removed by whoever calls
   * @throws RepositoryException when there is none
   */
  public CommitPin fetch(
      CommitReference reference, Optional<CommitPin> before, Path files, Path home)
      throws RepositoryException {
    requireAllowed(reference.repository());
    try {
      Files.createDirectories(home);
      Files.createDirectories(files);
      Git git =
          new Git(reference.repository(), settings.environment(reference, home), files, limits);
      if (!RECENT.matcher(git.run("version")).matches()) {
        throw RepositoryException.refused("the provisioner's machine needs git 2.37 or newer");
      }
      Optional<String> known =
          before.filter(pin -> pin.reference().equals(reference.identity())).map(CommitPin::commit);
      String commit = known.isPresent() ? known.get() : find(reference, git);
      checkOut(reference.repository(), commit, git);
      return new CommitPin(reference.identity(), commit);
    } catch (IOException failure) {
      throw RepositoryException.passing(
          "there is no room for the program on the provisioner's machine", failure);
    }
  }

  /** What an operator takes back counts at once; a link leads nowhere else. */
  private void requireAllowed(RepositoryAddress address) throws RepositoryException {
    Optional<String> problem = repositories.problem(address);
    if (problem.isPresent()) {
      throw RepositoryException.refused(address + " " + problem.get());
    }
    if (address.scheme().equals("file")) {
      try {
        String real = Path.of(address.path()).toRealPath().toString();
        if (repositories.problem(new RepositoryAddress("file", "", real)).isPresent()) {
          throw RepositoryException.refused("there is no git repository at " + address);
        }
      } catch (IOException missing) {
        throw RepositoryException.refused("there is no git repository at " + address);
      }
    }
  }

  private static String find(CommitReference reference, Git git) throws RepositoryException {
    if (reference.isCommit()) {
      return reference.name();
    }
    String name = reference.name();
    boolean whole = name.startsWith(BRANCH) || name.startsWith(TAG);
    String branch = whole ? name : BRANCH + name;
    String tag = whole ? name : TAG + name;
    Map<String, String> found = new HashMap<>();
    String[] words =
        name.isEmpty()
            ? new String[] {"ls-remote", "--quiet", "--", reference.repository().toString(), "HEAD"}
            : new String[] {
              "ls-remote",
              "--quiet",
              "--",
              reference.repository().toString(),
              branch,
              tag,
              tag + PEELED
            };
    for (String line : git.run(words).lines().toList()) {
      String[] parts = line.split("\t", 2);
      if (parts.length == 2 && CommitReference.isCommit(parts[0])) {
        found.put(parts[1], parts[0]);
      }
    }
    if (name.isEmpty()) {
      return Optional.ofNullable(found.get("HEAD"))
          .orElseThrow(
              () -> RepositoryException.refused(reference.repository() + " has no commit yet"));
    }
    // A tag with words of its own stands for the commit that it names.
    Optional<String> tagged = Optional.ofNullable(found.getOrDefault(tag + PEELED, found.get(tag)));
    Optional<String> branched = Optional.ofNullable(found.get(branch));
    if (!whole && tagged.isPresent() && branched.isPresent()) {
      throw RepositoryException.refused(
          "%s has both a branch and a tag %s: say %s%s or %s%s"
              .formatted(reference.repository(), name, BRANCH, name, TAG, name));
    }
    return branched
        .filter(ignored -> !name.startsWith(TAG))
        .or(() -> tagged)
        .orElseThrow(
            () ->
                RepositoryException.refused(
                    reference.repository()
                        + " has no branch or tag "
                        + name
                        + "; a commit is given by all of its digits"));
  }

  private static void checkOut(RepositoryAddress address, String commit, Git git)
      throws RepositoryException {
    git.run("init", "--quiet", "--object-format=" + (commit.length() == 40 ? "sha1" : "sha256"));
    git.run(
        "fetch",
        "--quiet",
        "--depth=1",
        "--no-tags",
        "--no-recurse-submodules",
        "--",
        address.toString(),
        commit);
    // It is found by the digest of its content, so nobody can have put another one there.
    git.run("checkout", "--quiet", "--detach", commit);
  }
}
