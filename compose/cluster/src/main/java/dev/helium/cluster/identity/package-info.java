/**
 * Who is who on a local cluster: authorities, the certificates they sign, kubeconfig files. Nothing
 * else touches a private key.
 */
package dev.helium.cluster.identity;
