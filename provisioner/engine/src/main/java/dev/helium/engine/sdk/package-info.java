/**
 * What has to be known, and held in check, of the Pulumi SDK inside this JVM: its run loop, its
 * thread pool and its logger. Nothing else may depend on the SDK's internals.
 */
package dev.helium.engine.sdk;
