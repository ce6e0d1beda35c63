package dev.helium.story;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Workspaces of products in each of which several things are wrong at once, each with another part,
 * so that few of them show all that can be wrong. What the names of images and secrets lead to is
 * the local cluster's: see its page.
 */
enum BrokenProduct {
  PACHYDERM(
      "pachyderm",
      """
      profile: small
      pachd: {image: {repository: registry.example/crash-loops}}
      minio: {resources: {requests: {cpu: '20'}}}
      proxy:
        tls: {enabled: true, secretName: no-such-certificate}
        service: {annotations: {helium.dev/address: none}}
      """),
  HELICONE(
      "helicone",
      """
      profile: small
      smtp: {secretName: no-such-mail}
      kong: {image: {repository: registry.example/image-pull-fails}}
      studio: {resources: {requests: {cpu: '20'}}}
      storage: {persistence: {storageClassName: no-such-class}}
      helicone:
        web: {supabaseMigrationRunner: {image: {repository: registry.example/crash-loops}}}
      """),
  HELICONE_WITHOUT_DATABASE(
      "helicone",
      """
      profile: small
      waitForDatabase: {image: {repository: registry.example/never-done}}
      """),
  HASH(
      "hash",
      """
      profile: small
      api: {existingSecret: no-such-users}
      frontend: {image: 'registry.example/image-pull-fails:1'}
      graph: {migrateImage: 'registry.example/crash-loops:1'}
      kratos: {migrateImage: 'registry.example/never-done:1'}
      redis: {resources: {requests: {cpu: '20'}}}
      """),
  CLIPPER(
      "clipper",
      """
      profile: small
      clipper-backend: {secrets: {existingSecret: no-such-secrets}}
      clipper-frontend: {image: {repository: registry.example/image-pull-fails}}
      prometheus: {enabled: true, resources: {requests: {cpu: '20'}}}
      """),
  CLIPPER_MIGRATING(
      "clipper",
      """
      profile: small
      clipper-backend:
        migrations: {enabled: true, image: {repository: registry.example/crash-loops}}
      clipper-postgres: {persistence: {storageClassName: local-path}}
      clipper-redis: {image: {repository: registry.example/never-ready}}
      """),
  POSTHOG(
      "posthog",
      """
      profile: small
      web: {env: [{name: GIVEN, valueFrom: {secretKeyRef: {name: no-such-settings, key: given}}}]}
      pgbouncer: {image: {repository: registry.example/image-pull-fails}}
      clickhouse: {resources: {requests: {memory: 100Gi}, limits: {memory: 100Gi}}}
      hooks: {migrate: {env: [{name: CRASH_LOOPS, value: 'yes'}]}}
      """);

  private final String backend;
  private final String values;

  BrokenProduct(String backend, String values) {
    this.backend = backend;
    this.values = values;
  }

  /** Of its workspace. */
  String workspace() {
    return "broken-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Answer make(StoryClient client) {
    Map<String, String> fields = new HashMap<>(Map.of("name", workspace(), "backend", backend));
    if (this == PACHYDERM) {
      // As people give a version, one that there is not.
      fields.put("consoleVersion", "image-pull-fails");
    }
    return client.createWithValues(fields, values);
  }
}
