/**
 * The backend {@code helicone}: Helicone, Supabase and ClickHouse in a namespace. What there is to
 * say of variables, routes and scripts stands in files beside the code; the code says which pods
 * there are and what belongs to them. Nothing here talks to a cluster.
 */
package dev.helium.backends.helicone;
