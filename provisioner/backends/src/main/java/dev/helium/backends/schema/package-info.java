/**
 * JSON Schemas of what backends take: read from their manifests, made whole, asked for their
 * defaults, and held against values. Nothing here knows Kubernetes or Pulumi.
 */
package dev.helium.backends.schema;
