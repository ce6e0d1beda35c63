package dev.helium.backends.helm.source;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Objects;

/** What somebody says of where a chart is. */
public sealed interface ChartReference {
  /** Tells references apart: the same text, the same thing asked for. Without secrets. */
  String identity();

  /**
   * A chart of a repository with an {@code index.yaml}.
   *
   * @param address of the repository
   * @param constraint which version; empty for the newest that is no pre-release
   */
  record InRepository(URI address, String name, String constraint, Credentials credentials)
      implements ChartReference {
    public InRepository {
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(constraint, "constraint");
      Objects.requireNonNull(credentials, "credentials");
    }

    @Override
    public String identity() {
      return String.join(" ", "repository", address.toString(), name, constraint);
    }
  }

  /**
   * A chart in a registry.
   *
   * @param address where the registry is, without a path
   * @param repository in it, such as {@code charts/web}
   * @param constraint which version, or a tag; empty for the newest that is no pre-release
   */
  record InRegistry(URI address, String repository, String constraint, Credentials credentials)
      implements ChartReference {
    public InRegistry {
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(repository, "repository");
      Objects.requireNonNull(constraint, "constraint");
      Objects.requireNonNull(credentials, "credentials");
    }

    @Override
    public String identity() {
      return String.join(" ", "registry", address.toString(), repository, constraint);
    }
  }

  /**
   * An archive at a URL.
   *
   * @param sha256 what it has to be, in lower-case hexadecimal digits; empty when that is not said
   */
  record Archive(URI address, String sha256, Credentials credentials) implements ChartReference {
    public Archive {
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(credentials, "credentials");
    }

    @Override
    public String identity() {
      return String.join(" ", "archive", address.toString(), sha256);
    }
  }

  /** An archive that came with the request. */
  record Uploaded(ByteBuffer content) implements ChartReference {
    public Uploaded {
      content = content.asReadOnlyBuffer();
    }

    @Override
    public String identity() {
      return "upload " + Digests.sha256(bytes());
    }

    byte[] bytes() {
      byte[] bytes = new byte[content.remaining()];
      content.duplicate().get(bytes);
      return bytes;
    }
  }

  /** A folder of this machine, taken as it is each time. */
  record Folder(Path path) implements ChartReference {
    public Folder {
      Objects.requireNonNull(path, "path");
    }

    @Override
    public String identity() {
      return "folder " + path;
    }
  }
}
