/**
 * What every operation needs of HTTP: the contract and its router, bodies within limits, problem
 * documents, headers, measurements. Nothing here knows workspaces.
 */
package dev.helium.gateway.http;
