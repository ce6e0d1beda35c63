/** The ledger of orphans, as the deletion controller writes it, over HTTP. */
package dev.helium.gateway.ledger;
