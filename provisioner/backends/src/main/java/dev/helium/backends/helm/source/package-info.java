/**
 * Where charts come from: folders, uploads, archives at a URL, repositories and registries. What is
 * downloaded is limited in size and time, comes from outside only, and is known by its digest.
 * Nothing here looks into a chart.
 */
package dev.helium.backends.helm.source;
