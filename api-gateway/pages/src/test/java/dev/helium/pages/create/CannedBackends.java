package dev.helium.pages.create;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Backends as the API describes them, each a shortened one of those that there are. */
public final class CannedBackends {
  private CannedBackends() {}

  /** Many shapes: nested maps, lists, secrets, choices, flags, fields of the API. */
  public static JsonObject pachyderm() {
    return new JsonObject(
        """
        {
          "Name": "pachyderm",
          "Summary": "Pachyderm, versioned data and pipelines, with its web console, database, object store and notebooks.",
          "Profiles": {"small": {"disableNotebooks": true, "pachd": {"lokiDeploy": false}, "etcd": {"storageSize": "1Gi"}}},
          "DefaultDays": 1,
          "MaximumDays": 30,
          "TimeToReady": {"Runs": 41, "Tenth": 81000, "Median": 124000, "Ninetieth": 260000},
          "Fields": {"pachdVersion": "pachd.image.tag", "helmVersion": "release", "disableNotebooks": "disableNotebooks"},
          "Ready": ["etcd", "postgres", "minio", "pg-bouncer", "loki", "promtail", "pachyderm-kube-event-tail", "pachd",
            "console", "pachyderm-proxy", "proxy", "hub"],
          "Outputs": {"ConsoleURL": "The web console.", "Pachctl": "The command that connects pachctl."},
          "Defaults": {"profile": "default", "release": "2.4.3", "disableNotebooks": false, "pachd": {"replicas": 1,
            "lokiDeploy": true, "image": {"repository": "pachyderm/pachd"}}, "etcd": {"storageSize": "10Gi"}},
          "Parameters": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "profile": {"description": "Values to begin with; small is for one laptop.", "type": "string",
                "enum": ["default", "small"], "default": "default"},
              "release": {"description": "Release of Pachyderm.", "type": ["string", "number"],
                "pattern": "^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}$", "default": "2.4.3"},
              "disableNotebooks": {"description": "Whether to do without notebooks.", "type": "boolean", "default": false},
              "auth0": {
                "description": "Users log in at Auth0.",
                "type": "object",
                "properties": {
                  "clientID": {"description": "Client that is known there.", "type": "string", "maxLength": 253},
                  "clientSecret": {"description": "What the client proves itself with.", "type": "string", "maxLength": 1024},
                  "existingSecret": {"description": "Name of a secret with both.", "type": "string"}
                }
              },
              "global": {
                "description": "What several parts go by.",
                "type": "object",
                "properties": {
                  "imagePullSecrets": {"description": "Names of secrets that open registries.", "type": "array",
                    "maxItems": 20, "items": {"type": "string"}},
                  "customCaKey": {"description": "Key in PEM.", "type": "string", "maxLength": 65536}
                }
              },
              "pachd": {
                "description": "The server.",
                "type": "object",
                "properties": {
                  "replicas": {"description": "Pods.", "type": "integer", "minimum": 0, "maximum": 20, "default": 1},
                  "ratio": {"description": "Share of traces.", "type": "number", "minimum": 0, "maximum": 1},
                  "sizes": {"description": "Sizes.", "type": "array", "items": {"type": "integer"}},
                  "logBatch": {"description": "How many.", "type": ["string", "integer"], "enum": ["", "1", 2]},
                  "image": {
                    "description": "Container image.",
                    "type": "object",
                    "properties": {
                      "repository": {"description": "Repository.", "type": "string", "default": "pachyderm/pachd"},
                      "tag": {"description": "Tag.", "type": "string"}
                    }
                  },
                  "nodeSelector": {"description": "Labels that a node must have.", "type": "object", "maxProperties": 50,
                    "additionalProperties": {"type": "string"}},
                  "tolerations": {"description": "Taints that do not matter.", "type": "array", "maxItems": 50,
                    "items": {"type": "object"}}
                }
              },
              "etcd": {"description": "Its store.", "type": "object", "properties": {
                "storageSize": {"description": "Size of the volume, such as 10Gi.", "type": ["string", "number"], "default": "10Gi"}}}
            }
          }
        }
        """);
  }

  /** A secret, something that must be given, names beside those that are known, and a file. */
  public static JsonObject program() {
    return new JsonObject(
        """
        {
          "Name": "program",
          "Summary": "Any Pulumi program of a git repository, in any language.",
          "Profiles": {}, "Fields": {}, "Ready": [], "Defaults": {},
          "Infrastructure": {"type": "object"},
          "Outputs": {"ProgramCommit": "The commit that the workspace is made from."},
          "Parameters": {
            "type": "object",
            "required": ["repository"],
            "properties": {
              "repository": {"description": "Address of the git repository.", "type": "string", "maxLength": 1000},
              "password": {"description": "Password, or token, for that repository.", "type": "string", "maxLength": 1024},
              "secretConfig": {"description": "The same for what is secret. It is kept encrypted.", "type": "object",
                "additionalProperties": {}},
              "config": {"description": "Configuration of the stack.", "type": "object", "additionalProperties": {},
                "properties": {"pachd-version": {"description": "As the field.", "type": "string"}}}
            }
          }
        }
        """);
  }

  public static JsonObject helm() {
    return new JsonObject(
        """
        {
          "Name": "helm",
          "Summary": "Any Helm chart, from a repository, a registry, a URL, an upload or a folder.",
          "Profiles": {}, "Fields": {"helmVersion": "chart.version"}, "Ready": [], "Defaults": {},
          "Outputs": {"HelmChart": "Name and version of the chart."},
          "Parameters": {"type": "object", "properties": {
            "releaseName": {"description": "Name of the release.", "type": "string"},
            "values": {"description": "Values of the chart.", "type": "object", "additionalProperties": true}}}
        }
        """);
  }

  /** Profiles, and parts that have their first word in common. */
  public static JsonObject posthog() {
    return new JsonObject(
        """
        {
          "Name": "posthog",
          "Summary": "PostHog product analytics with all its stores (ZooKeeper, Postgres, Redis, Kafka, ClickHouse) in one namespace.",
          "Profiles": {"small": {"web": {"replicacount": 1}}, "over-1m-events": {"web": {"replicacount": 2}}},
          "Fields": {},
          "Ready": ["posthog-zookeeper", "posthog-postgresql", "posthog-kafka", "posthog-web", "posthog-worker"],
          "Defaults": {"web": {"replicacount": 1}},
          "Outputs": {"ConsoleURL": "The pages, when they have a host name."},
          "Parameters": {"type": "object", "properties": {"web": {"description": "The pages.", "type": "object", "properties": {
            "replicacount": {"description": "Pods.", "type": "integer", "minimum": 0, "maximum": 20, "default": 1}}}}}
        }
        """);
  }

  public static JsonObject all() {
    return new JsonObject()
        .put(
            "Backends", new JsonArray().add(helm()).add(pachyderm()).add(posthog()).add(program()));
  }

  public static JsonObject one(JsonObject backend) {
    return new JsonObject().put("Backend", backend.copy().put("Page", ""));
  }

  public static JsonObject quotas() {
    return new JsonObject(
        """
        {
          "Owner": "ada@example.com", "AsOf": "2026-11-29T12:00:00Z",
          "Quotas": [
            {"Resource": "workspaces", "Unit": "workspaces", "Backend": "", "Limit": 5, "Taken": 3, "Left": 2, "TakenBy": []},
            {"Resource": "memory", "Unit": "bytes", "Backend": "pachyderm", "Limit": 34359738368, "Taken": 12884901888,
              "Left": 21474836480, "TakenBy": []},
            {"Resource": "lifetime", "Unit": "minutes", "Backend": "", "Limit": 43200, "Taken": 43200, "Left": 0, "TakenBy": []}
          ]
        }
        """);
  }
}
