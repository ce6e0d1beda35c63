/**
 * How further clusters are reached: a folder of kubeconfigs that programs wrote, and the rules for
 * those.
 */
package dev.helium.kubernetes;
