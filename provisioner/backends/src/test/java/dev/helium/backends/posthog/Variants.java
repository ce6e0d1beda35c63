package dev.helium.backends.posthog;

import java.util.List;

/** Values for every profile, option and switch, one or a few at a time. */
final class Variants {
  static final String ELSEWHERE =
      """
      postgresql: {enabled: false, postgresHost: pg.example.com, postgresqlPassword: known}
      redis: {enabled: false, host: redis.example.com}
      kafka: {enabled: false, host: kafka.example.com}
      clickhouseOperator: {enabled: false}
      clickhouse: {host: clickhouse.example.com, password: known}
      """;
  static final String EXISTING =
      """
      postgresql: {existingSecret: postgres}
      redis: {auth: {existingSecret: redis}}
      clickhouse: {existingSecret: mine, existingSecretKey: clickhouse}
      email: {existingSecret: mine, existingSecretKey: mail}
      """;
  static final String GOOGLE =
      """
      cloud: gcp
      ingress: {hostname: events.example.com, nginx: {enabled: false}}
      certManager: {enabled: false}
      """;
  static final String NGINX =
      """
      cloud: aws
      ingress: {hostname: events.example.com, nginx: {enabled: true}}
      certManager: {enabled: true}
      """;
  static final String DEBUGGING =
      """
      cloud: do
      ingress: {hostname: events.example.com, nginx: {redirectToTLS: false}, letsencrypt: false}
      web: {secureCookies: false}
      """;
  static final String MONITORED =
      """
      statsd: {enabled: true}
      metrics: {enabled: true, serviceMonitor: {enabled: true, interval: 30s}}
      prometheus:
        enabled: true
        pushgateway: {enabled: true}
        alertmanagerFiles:
          alertmanager.yml:
            receivers: [{name: default-receiver, pagerduty_configs: [{routing_key: key-to-others}]}]
            route: {group_by: [alertname], receiver: default-receiver}
        serverFiles:
          recording_rules.yml: {groups: []}
      """;

  static final List<String> ALL =
      List.of(
          "",
          "profile: small",
          "profile: under-1m-events",
          "profile: over-1m-events",
          GOOGLE,
          GOOGLE + "profile: small\n",
          NGINX,
          DEBUGGING,
          MONITORED,
          ELSEWHERE,
          EXISTING,
          "cloud: gcp\ningress: {nginx: {enabled: false}, gcp: {ip_name: '', forceHttps: false}}",
          "cloud: gcp\n"
              + "ingress: {hostname: a.example.com, nginx: {enabled: false}, gcp: {secretName:"
              + " mine}}",
          "ingress: {enabled: false}",
          "ingress: {type: traefik, hostname: a.example.com, secretName: mine, nginx: {enabled:"
              + " false}}",
          "ingress: {nginx: {enabled: false}}",
          "service: {type: LoadBalancer, externalPort: 80, annotations: {a.example.com/b: c}}",
          "events: {enabled: false}",
          "image: {tag: latest, pullPolicy: Always, imagePullSecrets: [{name: mine}]}",
          "postgresql: {enabled: false, postgresqlHost: pg.example.com, existingSecret: postgres}",
          "postgresql: {postgresqlUsername: app, postgresqlDatabase: data, postgresqlPassword:"
              + " known}",
          "redis: {enabled: false, host: redis.example.com, password: known, port: 6380}",
          "redis: {enabled: false, host: redis.example.com, auth: {existingSecret: redis}}",
          "redis: {auth: {enabled: false}}",
          "redis: {password: known}",
          "kafka: {enabled: false, url:"
              + " 'kafka://one.example.com:9092,kafka://two.example.com:9092'}",
          "kafka: {service: {type: LoadBalancer}, logRetentionBytes: 1000000000, logRetentionHours:"
              + " 1}",
          "clickhouseOperator: {enabled: false}\nclickhouse: {host: ch.example.com, secure: true}",
          "clickhouseOperator: {size: 30Gi, useNodeSelector: true, storageClass: fast}",
          """
          zookeeper: {enabled: false}
          kafka: {externalZookeeper: {servers: ['zk.example.com:2181']}}
          clickhouse: {externalZookeeper: {servers: [{host: zk.example.com, port: 2181}]}}
          """,
          "zookeeper: {replicaCount: 1}",
          """
          postgresql: {persistence: {enabled: false}}
          redis: {master: {persistence: {enabled: false}}}
          kafka: {persistence: {enabled: false}}
          zookeeper: {persistence: {enabled: false}}
          """,
          "beat: {hpa: {enabled: true}}\npgbouncer: {hpa: {enabled: true, maxpods: 3}}",
          "serviceAccount: {create: false}",
          "serviceAccount: {create: false, name: mine}",
          "serviceAccount: {name: app, annotations: {a.example.com/b: c}}",
          "prometheus: {enabled: true, alertmanager: {enabled: false}, kubeStateMetrics: {enabled:"
              + " false}}",
          """
          prometheus:
            enabled: true
            server: {persistentVolume: {enabled: false}}
            alertmanager: {persistentVolume: {enabled: false}}
          """,
          "metrics: {enabled: true, readinessProbe: {enabled: false}, livenessProbe: {enabled:"
              + " false}}",
          """
          env: [{name: SITE_URL, value: https://other.example.com}]
          web: {env: [{name: SAML, valueFrom: {secretKeyRef: {name: mine, key: saml}}}]}
          worker: {env: [{name: SITE_URL, value: 1}]}
          beat: {env: [{name: NOTHING, value: null}]}
          plugins: {env: [{name: FLAG, value: true}]}
          pgbouncer: {env: [{name: POOL_MODE, value: session}]}
          hooks: {migrate: {env: [{name: MORE, value: x}]}}
          """,
          """
          web: &placed
            nodeSelector: {disk: fast}
            tolerations: [{key: dedicated, operator: Exists, effect: NoSchedule}]
            affinity: {podAntiAffinity: {}}
            podLabels: {team: one}
            podAnnotations: {a.example.com/b: c}
          worker: *placed
          kafka: *placed
          zookeeper: *placed
          clickhouse: *placed
          """,
          """
          uniqueName: mine
          email: {user: me, password: p@ss}
          sentryDSN: https://k@sentry.example/1
          """);

  private Variants() {}
}
