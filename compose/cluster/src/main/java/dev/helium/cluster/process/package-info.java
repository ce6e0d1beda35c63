/**
 * Operating system processes and what belongs to them: starting, records that outlive this JVM,
 * stopping, logs, locks. Knows nothing of Kubernetes.
 */
package dev.helium.cluster.process;
